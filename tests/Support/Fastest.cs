using System.Diagnostics;

namespace EventOps.Support;

/// <summary>Time limits that a busy machine does not break: of several runs the fastest counts.</summary>
public static class Fastest
{
    /// <summary>The fastest of the runs, in milliseconds.</summary>
    public static double Of(int runs, Action action) => Enumerable.Range(0, runs).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });
}
