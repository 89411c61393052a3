namespace EventOps.Surveys.Statistics;

/// <summary>The share of those who chose one of the best answers of a scale; who skipped is not in the base.</summary>
public static class TopBox
{
    /// <remarks><c>counts</c>: One for each point of the scale, the best last.</remarks>
    public static Proportion Of(IReadOnlyList<int> counts, int best = 2, int? population = null) =>
        Proportion.Of(counts.Skip(Math.Max(0, counts.Count - best)).Sum(), counts.Sum(), population);
}
