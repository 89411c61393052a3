namespace EventOps.Messaging;

/// <summary>How often and how far apart a failing message is tried before it is parked as a dead letter.</summary>
/// <param name="Attempts">All tries together. An outage of the database is not an attempt.</param>
/// <param name="First">The wait after the first failure; each next one is four times as long.</param>
/// <param name="Longest">No wait is longer.</param>
public sealed record Retrying(int Attempts, TimeSpan First, TimeSpan Longest)
{
    /// <summary>For handlers inside the system: 8 tries within about seven minutes.</summary>
    public static Retrying Default { get; } = new(8, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5));

    /// <summary>For an outside party that may be away for hours, as a mail server: 300 tries within a day.</summary>
    public static Retrying Patient { get; } = Default with { Attempts = 300 };

    /// <summary>The wait after a number of failed attempts.</summary>
    public TimeSpan After(int failures)
    {
        var wait = First * Math.Pow(4, Math.Min(failures - 1, 20));
        return wait < Longest ? wait : Longest;
    }
}
