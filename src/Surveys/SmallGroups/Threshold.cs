namespace EventOps.Surveys.SmallGroups;

/// <summary>How many persons a number must be about, at least, to be shown.</summary>
public sealed record Threshold(int Least)
{
    /// <summary>How many answers there must be before there is any report.</summary>
    public const int Report = 10;

    /// <summary>For organisers and hosts.</summary>
    public static readonly Threshold Inside = new(5);

    public static readonly Threshold OpenData = new(10);

    public static bool MayReport(int answers) => answers >= Report;

    internal bool Allows(int count) => count >= Least;
}
