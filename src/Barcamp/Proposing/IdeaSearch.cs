using EventOps.Barcamp.Interest;

namespace EventOps.Barcamp.Proposing;

/// <summary>What somebody looks for among the proposals, and in which order.</summary>
public sealed record IdeaSearch(string Text, string Tag, string Sort)
{
    public const string Newest = "new";
    public const string Wanted = "interest";
    public const string ByTitle = "title";
    private const int Longest = 100;

    public static IdeaSearch Of(string? text, string? tag, string? sort) =>
        new(Shorten(text), Shorten(tag).ToLowerInvariant(), sort is Wanted or ByTitle ? sort : Newest);

    /// <summary>The open proposals that it finds. What is still blind has no place in the order of interest: it comes last, by age.</summary>
    public IReadOnlyList<Idea> In(
        IReadOnlyList<Idea> ideas, IReadOnlyDictionary<Guid, StarCounts.Wanted> counts, Func<Guid, bool> blind)
    {
        var found = ideas.Where(idea => idea.IsOpen && Finds(idea));
        return [.. Sort switch
        {
            Wanted => found.OrderByDescending(idea => blind(idea.Id) ? -1 : counts.GetValueOrDefault(idea.Id)?.Interest ?? 0)
                .ThenByDescending(idea => idea.SubmittedAt),
            ByTitle => found.OrderBy(idea => idea.Title, StringComparer.CurrentCultureIgnoreCase),
            _ => found.OrderByDescending(idea => idea.SubmittedAt),
        }];
    }

    public string Link(string url, string? tag = null, string? sort = null)
    {
        var parts = new[] { ("q", Text), ("tag", tag ?? Tag), ("sort", (sort ?? Sort) is Newest ? "" : sort ?? Sort) }
            .Where(part => part.Item2.Length > 0).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}");
        return $"{url}?{string.Join('&', parts)}".TrimEnd('?');
    }

    private bool Finds(Idea idea) => (Tag.Length == 0 || idea.Tags.Contains(Tag))
        && Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => string.Join(' ', [idea.Title, idea.Summary, idea.HostNames, .. idea.Tags])
            .Contains(word, StringComparison.CurrentCultureIgnoreCase));

    private static string Shorten(string? typed) =>
        (typed ?? "").Trim() is var text && text.Length > Longest ? text[..Longest] : text;
}
