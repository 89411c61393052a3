namespace EventOps.Barcamp.FindingTwins;

/// <summary>A proposal that another one may be a twin of; what is compared is computed once and kept.</summary>
public sealed class KnownProposal(Guid id, string title, string summary)
{
    private readonly Lazy<Fingerprint> _print = new(() => Fingerprint.Of(title, summary));

    public Guid Id { get; } = id;

    public string Title { get; } = title;

    internal Fingerprint Print => _print.Value;
}

/// <summary>A proposal that looks like the typed one.</summary>
/// <param name="ProposalId">Which.</param>
/// <param name="Score">How alike: 0 to 1.</param>
/// <param name="SharedWords">As they stand in the known proposal, also where the typed one says them in the other
/// language.</param>
public sealed record Twin(Guid ProposalId, double Score, IReadOnlyList<string> SharedWords);

/// <summary>Finds proposals on the same topic while somebody types a new one, in German and English.</summary>
public static class Twins
{
    private const int Shown = 5;
    // One common word that is no topic of the dictionary says little.
    private const double Least = 0.33, LeastOfOneWord = 0.45, WordShare = 0.75;

    /// <summary>The most alike first; none for a text of small words only.</summary>
    public static IReadOnlyList<Twin> Find(string typed, IReadOnlyList<KnownProposal> known)
    {
        var print = Fingerprint.Of(typed, "");
        if (print.Words.Count == 0) return [];
        var weights = print.Words.Keys.ToDictionary(word => word, word => Weight(word, known), StringComparer.Ordinal);
        return
        [
            .. known.Select(proposal => Compare(print, weights, proposal)).Where(twin => twin.Score >= Least)
                .OrderByDescending(twin => twin.Score).ThenBy(twin => twin.ProposalId).Take(Shown),
        ];
    }

    // A word that half of all proposals have says little; a topic of the dictionary says much.
    private static double Weight(string word, IReadOnlyList<KnownProposal> known)
    {
        var having = known.Count(proposal => proposal.Print.Words.ContainsKey(word));
        return Math.Log(2 + (double)known.Count / (1 + having)) * (Topics.IsTopic(word) ? 2 : 1);
    }

    private static Twin Compare(Fingerprint typed, Dictionary<string, double> weights, KnownProposal proposal)
    {
        var (shared, own, topic, words) = (0.0, 0.0, false, new List<string>());
        foreach (var (word, weight) in weights)
        {
            own += weight;
            if (!proposal.Print.Words.TryGetValue(word, out var found)) continue;
            shared += weight * found.Share;
            topic |= Topics.IsTopic(word);
            words.Add(found.Surface);
        }

        // What the known title says beyond: its words are about as heavy as the typed ones.
        var mean = own / weights.Count;
        var theirs = proposal.Print.Words.Where(word => word.Value.Share == 1)
            .Sum(word => weights.GetValueOrDefault(word.Key, Topics.IsTopic(word.Key) ? 2 * mean : mean));
        var alike = Math.Min(1, 2 * shared / Math.Max(own + theirs, 0.001));
        var score = WordShare * alike + (1 - WordShare) * typed.Alike(proposal.Print);
        return new(proposal.Id, topic || words.Count > 1 || score >= LeastOfOneWord ? score : 0, words);
    }
}
