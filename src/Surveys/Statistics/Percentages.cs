namespace EventOps.Surveys.Statistics;

/// <summary>Percentages with one decimal as they are printed, and what a reader has to be told about their sum.</summary>
/// <remarks>
/// <c>Shares</c>: None each when nobody is in the base.
/// <c>Sum</c>: What a reader gets who adds them up.
/// <c>MayExceedHundred</c>: Several answers were allowed: the sum means nothing.
/// </remarks>
public sealed record Percentages(IReadOnlyList<decimal?> Shares, decimal? Sum, bool MayExceedHundred)
{
    /// <summary>The sum is off only because each was rounded.</summary>
    public bool NeedsRoundingNote => !MayExceedHundred && Sum is not (null or 100);

    /// <summary>One answer each: the base is the sum.</summary>
    public static Percentages OfOne(IReadOnlyList<int> counts, int decimals = 1) => Of(counts, counts.Sum(), false, decimals);

    /// <summary>Several answers each: the base is the number of persons, not of crosses.</summary>
    public static Percentages OfSeveral(IReadOnlyList<int> counts, int @base, int decimals = 1) =>
        Of(counts, @base, true, decimals);

    private static Percentages Of(IReadOnlyList<int> counts, int @base, bool several, int decimals)
    {
        if (@base == 0) return new([.. counts.Select(_ => (decimal?)null)], null, several);
        decimal?[] shares =
            [.. counts.Select(count => (decimal?)Math.Round(100m * count / @base, decimals, MidpointRounding.AwayFromZero))];
        return new(shares, shares.Sum(), several);
    }
}
