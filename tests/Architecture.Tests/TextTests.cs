using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EventOps.Architecture.Tests;

/// <summary>Both languages say everything, and with the same holes to fill.</summary>
public sealed partial class TextTests
{
    public static TheoryData<string> English => [.. Source.All(".resx").Select(file => file.Path)
        .Where(path => path.StartsWith("src/", StringComparison.Ordinal) && !path.EndsWith(".de.resx", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(English))]
    public void German_has_the_same_keys_and_holes(string path)
    {
        var (english, german) = (Read(path), Read(path.Replace(".resx", ".de.resx", StringComparison.Ordinal)));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), german.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Holes(text.Value), Holes(german[text.Key])));
        Assert.All(english.Values.Concat(german.Values), text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void German_never_apologises_and_never_reports_success() => Assert.Empty(
        from file in Source.All(".de.resx")
        from text in Read(file.Path).Values
        where Banned().IsMatch(text)
        select $"{file.Path}: {text}");

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(Path.Combine(Source.Root, path)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static string[] Holes(string text) =>
        [.. Hole().Matches(text).Select(hole => hole.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Hole();

    [GeneratedRegex("leider|erfolgreich|bitte beachten|ungültige Eingabe", RegexOptions.IgnoreCase)]
    private static partial Regex Banned();
}
