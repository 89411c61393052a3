namespace EventOps.Surveys.Statistics;

/// <summary>One item of a ranking; its mean rank is over those who ranked it, its score over all who ranked anything.</summary>
/// <remarks>
/// <c>Score</c>: 0 to 1: who puts it first gives 1, last 0, not at all 0 (Borda 1781, made comparable by the number of items).
/// </remarks>
public sealed record RankedItem(int Ranked, double? MeanRank, double? Score, Proportion First);

/// <summary>Makes scores of a ranking that need not be complete.</summary>
public static class Ranking
{
    /// <remarks><c>counts</c>: For each item how often it was put first, second and so on.</remarks>
    public static IReadOnlyList<RankedItem> Of(IReadOnlyList<IReadOnlyList<int>> counts, int? population = null)
    {
        var people = counts.Sum(item => item.Count == 0 ? 0 : item[0]);
        return [.. counts.Select(item => Item(item, counts.Count, people, population))];
    }

    private static RankedItem Item(IReadOnlyList<int> places, int items, int people, int? population)
    {
        var ranked = places.Sum();
        var ranks = places.Select((count, place) => count * (place + 1.0)).Sum();
        var points = places.Select((count, place) => count * (items - place - 1.0)).Sum();
        return new(
            ranked,
            ranked == 0 ? null : ranks / ranked,
            people == 0 || items < 2 ? null : points / people / (items - 1),
            Proportion.Of(places.Count == 0 ? 0 : places[0], people, population));
    }
}
