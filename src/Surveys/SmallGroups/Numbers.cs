using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// What may be shown of numbers that were typed: never the least and the most, for each is what one person wrote.
/// </summary>
/// <remarks>The median parts the answers in two groups, the quartiles in four; each group must be large enough.</remarks>
public sealed record Numbers(
    Shown<int> Base, Shown<double> Mean, Shown<double> Deviation, Shown<double> Median,
    Shown<double> LowerQuartile, Shown<double> UpperQuartile)
{
    public static Numbers Protect(Description of, Threshold threshold)
    {
        Shown<double> Of(double? value, int groups) => Shown<double>.When(threshold.Allows(of.N / groups), value ?? 0);
        return new(
            Shown<int>.When(threshold.Allows(of.N), of.N),
            Of(of.Mean, 1), Of(of.Deviation, 1), Of(of.Median, 2), Of(of.LowerQuartile, 4), Of(of.UpperQuartile, 4));
    }

    /// <summary>
    /// A mean on a scale, shown alone: withheld when so near an end that only few can have said something else.
    /// </summary>
    public static Shown<decimal> MeanAlone(int answers, int sum, int least, int most, Threshold threshold) => Shown<decimal>.When(
        threshold.Allows(answers) && threshold.Allows(sum - least * answers) && threshold.Allows(most * answers - sum),
        answers == 0 ? 0 : Math.Round(10m * sum / answers, MidpointRounding.AwayFromZero) / 10);
}
