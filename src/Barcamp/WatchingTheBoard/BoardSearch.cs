using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>What somebody looks for on the board: words of title, host or summary, and a tag.</summary>
public sealed record BoardSearch(string Text, string Tag)
{
    private const int Longest = 100;

    public bool Any => Text.Length + Tag.Length > 0;

    public static BoardSearch Of(string? text, string? tag) => new(Shorten(text), Shorten(tag).ToLowerInvariant());

    public bool Finds(PlannedSession session) =>
        (Tag.Length == 0 || session.Tags.Contains(Tag))
        && Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            Has(session.Title, word) || Has(session.HostNames, word) || Has(session.Summary, word) || session.Tags.Any(tag => Has(tag, word)));

    /// <summary>The query of a link that finds the same.</summary>
    public string Query(bool listed) => string.Join('&', ((string Name, string Value)[])
        [("q", Text), ("tag", Tag), ("view", listed && !Any ? "list" : "")] is var parts
        ? parts.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}") : []);

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.CurrentCultureIgnoreCase);

    private static string Shorten(string? typed) =>
        (typed ?? "").Trim() is var text && text.Length > Longest ? text[..Longest] : text;
}
