namespace EventOps.Surveys.Statistics;

/// <summary>Where the true value lies with 95 % confidence.</summary>
public readonly record struct Interval(double Low, double High)
{
    public const double Level = 0.95;

    public bool Holds(double value) => Low <= value && value <= High;

    public Interval Within(double least, double most) => new(Math.Clamp(Low, least, most), Math.Clamp(High, least, most));

    internal static Interval Around(double middle, double margin) => new(middle - margin, middle + margin);
}
