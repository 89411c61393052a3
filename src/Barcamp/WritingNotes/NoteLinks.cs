namespace EventOps.Barcamp.WritingNotes;

/// <summary>The links of a note as somebody left them: only what they added or took away changes what is stored.</summary>
/// <param name="Before">What they began with.</param>
/// <param name="After">What they want.</param>
public sealed record NoteLinks(IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    private const int Longest = 500;

    /// <summary>One address a line; what is no address on the web is told.</summary>
    public static (NoteLinks Links, IReadOnlyList<string> Wrong) Read(string before, string after)
    {
        var lines = Lines(after);
        return (new(Lines(before), [.. lines.Where(IsOnTheWeb)]), [.. lines.Where(line => !IsOnTheWeb(line))]);
    }

    public IReadOnlyList<string> Merge(IReadOnlyList<string> stored) =>
        [.. stored.Where(link => After.Contains(link) || !Before.Contains(link)).Union(After.Except(Before)).Distinct().Take(Notes.MostLinks)];

    private static bool IsOnTheWeb(string line) =>
        line.Length <= Longest && Uri.TryCreate(line, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0;

    private static string[] Lines(string text) =>
        [.. text.Split(['\n', '\r', ' ', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
