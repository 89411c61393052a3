namespace EventOps.Surveys.Statistics;

/// <summary>Promoters (9, 10) less detractors (0 to 6), in points (Reichheld 2003); who skipped is not in the base.</summary>
public sealed record NetPromoter(int Promoters, int Passives, int Detractors, int? Population)
{
    public int Base => Promoters + Passives + Detractors;

    public double? Score => Base == 0 ? null : 100.0 * (Promoters - Detractors) / Base;

    /// <summary>
    /// Half of the 95 % interval, from the multinomial's variance; none when all are of one kind, for then the spread is unknown.
    /// </summary>
    public double? Margin
    {
        get
        {
            if (Base == 0) return null;
            if (Population == Base) return 0;
            var (for_, against) = ((double)Promoters / Base, (double)Detractors / Base);
            var variance = for_ + against - (for_ - against) * (for_ - against);
            if (Promoters == Base || Passives == Base || Detractors == Base) return null;
            return 100 * Distributions.Normal * Math.Sqrt(variance / FinitePopulation.EffectiveSize(Base, Population));
        }
    }

    public Interval? Interval =>
        Score is { } score && Margin is { } margin ? Statistics.Interval.Around(score, margin).Within(-100, 100) : null;

    public static NetPromoter Of(int promoters, int passives, int detractors, int? population = null) =>
        new(promoters, passives, detractors, population >= promoters + passives + detractors ? population : null);

    /// <remarks><c>counts</c>: Eleven, for the answers 0 to 10.</remarks>
    public static NetPromoter Of(IReadOnlyList<int> counts, int? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Count, 11);
        return Of(counts[9] + counts[10], counts[7] + counts[8], counts.Take(7).Sum(), population);
    }
}
