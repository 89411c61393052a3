using EventOps.Ui;

namespace EventOps.Host.Legal;

/// <summary>
/// The operator's own legal texts: <c>legal/privacy.de.txt</c> and so on in the data folder. A line that starts with # is a
/// heading, an empty line ends a paragraph; nothing else is read into it.
/// </summary>
public sealed record OwnText(IReadOnlyList<OwnText.Block> Blocks)
{
    public sealed record Block(bool Heading, string Text);

    /// <summary>The text in the visitor's language, or null where the operator wrote none.</summary>
    public static OwnText? Read(string dataFolder, string page)
    {
        var file = Path.Combine(dataFolder, "legal", $"{page}.{Language.Current.Code}.txt");
        return File.Exists(file) ? Parse(File.ReadAllText(file)) : null;
    }

    public static OwnText Parse(string text) => new([.. text.Replace("\r\n", "\n", StringComparison.Ordinal)
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(block => block.StartsWith('#') ? new Block(true, block.TrimStart('#', ' ')) : new Block(false, block))]);
}
