namespace EventOps.Barcamp.FindingTwins;

/// <summary>
/// What of a text counts for its topic: stems and topics with the words that they came from, and pieces of three letters.
/// </summary>
internal sealed record Fingerprint(IReadOnlyDictionary<string, (double Share, string Surface)> Words, IReadOnlySet<int> Trigrams)
{
    private const double OfSummary = 0.5;

    public static Fingerprint Of(string title, string summary)
    {
        var words = new Dictionary<string, (double, string)>(StringComparer.Ordinal);
        var own = Wording.Of(title).ToList();
        foreach (var (stem, surface) in Topics.Name(own)) words.TryAdd(stem, (1, surface));
        foreach (var (stem, surface) in Topics.Name(Wording.Of(summary))) words.TryAdd(stem, (OfSummary, surface));
        var trigrams = new HashSet<int>();
        foreach (var (stem, _) in own)
            for (var at = 0; at + 2 < stem.Length; at++) trigrams.Add((stem[at] << 20) ^ (stem[at + 1] << 10) ^ stem[at + 2]);
        return new(words, trigrams);
    }

    /// <summary>How many pieces of letters two titles share: 0 to 1. Finds typing errors and parts of long words.</summary>
    public double Alike(Fingerprint other)
    {
        var (few, many) = Trigrams.Count < other.Trigrams.Count ? (Trigrams, other.Trigrams) : (other.Trigrams, Trigrams);
        if (few.Count == 0) return 0;
        var shared = 0;
        foreach (var piece in few)
            if (many.Contains(piece)) shared++;
        return 2.0 * shared / (few.Count + many.Count);
    }
}
