using System.Diagnostics;

namespace EventOps.Bench.Measuring;

/// <summary>What a number of clients got done, each asking again as soon as it is answered.</summary>
public sealed record Load(TimeSpan Took, double[] SortedMilliseconds)
{
    public int Count => SortedMilliseconds.Length;

    public double Rate => Count / Took.TotalSeconds;

    public double Percentile(double share) =>
        Count == 0 ? double.NaN : SortedMilliseconds[Math.Min(Count - 1, (int)(Count * share))];

    /// <summary>Lets the clients work for a time; <paramref name="ask"/> is given the client's number.</summary>
    public static async Task<Load> Of(int clients, TimeSpan time, Func<int, Task> ask)
    {
        var start = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var own = new List<double>(4096);
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                var asked = Stopwatch.GetTimestamp();
                await ask(client);
                own.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            return own;
        })));
        var took = Stopwatch.GetElapsedTime(start);
        var all = latencies.SelectMany(own => own).ToArray();
        Array.Sort(all);
        return new(took, all);
    }

    /// <summary>All latencies of several runs together.</summary>
    public static double Percentile(IEnumerable<Load> runs, double share)
    {
        var all = runs.SelectMany(run => run.SortedMilliseconds).Order().ToArray();
        return new Load(TimeSpan.Zero, all).Percentile(share);
    }

    public static double MedianRate(IEnumerable<Load> runs) => runs.Select(run => run.Rate).Median();
}

/// <summary>The middle one: a single disturbed run does not count.</summary>
public static class Medians
{
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
