using System.Text;
using System.Text.RegularExpressions;

namespace EventOps.Barcamp.Tests.Exporting;

/// <summary>Reads an iCalendar file by the words of RFC 5545, and refuses what that forbids.</summary>
internal static partial class CalendarReading
{
    public static IReadOnlyList<Dictionary<string, string>> Entries(string file)
    {
        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotMatch(LoneBreak(), file);
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        // A fold within a letter would be no valid UTF-8 on its own.
        Assert.All(file.Split("\r\n"), line =>
            Assert.Equal(line, Encoding.UTF8.GetString(new UTF8Encoding(false, true).GetBytes(line))));
        var (entries, current) = (new List<Dictionary<string, string>>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var line in file.Replace("\r\n ", "", StringComparison.Ordinal)
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            if (line == "BEGIN:VEVENT") entries.Add(current = new(StringComparer.Ordinal));
            else current[name] = Escape().Replace(value, found => found.Value is @"\n" or @"\N" ? "\n" : found.Value[1..]);
        }

        return entries;
    }

    [GeneratedRegex(@"(?<!\r)\n|\r(?!\n)")]
    private static partial Regex LoneBreak();

    [GeneratedRegex(@"\\[nN;,\\]")]
    private static partial Regex Escape();
}
