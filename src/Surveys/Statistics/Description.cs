namespace EventOps.Surveys.Statistics;

/// <summary>Numbers or ratings in short; what cannot be said of so few is none, never NaN.</summary>
/// <remarks>
/// <c>Deviation</c>: The sample's standard deviation (n - 1); none below two values.
/// <c>LowerQuartile</c>: Quartiles at (n + 1) p, as Minitab, SPSS and NIST count them (Hyndman and Fan 1996, definition 6).
/// </remarks>
public sealed record Description(
    int N, double? Mean, double? Median, double? Deviation, double? Least, double? Most,
    double? LowerQuartile, double? UpperQuartile, int? Population)
{
    public bool IsCensus => N > 0 && Population == N;

    /// <summary>
    /// The squared standard error of the mean, with the finite population's correction (Cochran 1977, theorem 2.2).
    /// </summary>
    public double? ErrorVariance => IsCensus ? 0 : Deviation * Deviation / N * FinitePopulation.Variance(N, Population);

    /// <summary>Student's interval; none when all said the same, because then the spread is unknown and not zero.</summary>
    public Interval? MeanInterval => (Mean, ErrorVariance) switch
    {
        ({ } mean, { } variance) when IsCensus || variance > 0 =>
            Interval.Around(mean, IsCensus ? 0 : Distributions.StudentT(N - 1) * Math.Sqrt(variance)),
        _ => null,
    };
}
