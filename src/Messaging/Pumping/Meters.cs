using System.Diagnostics.Metrics;

namespace EventOps.Messaging.Pumping;

/// <summary>What an operator watches: how many messages, how late, how many failures.</summary>
internal static class Meters
{
    private static readonly Meter s_meter = new("EventOps.Messaging");
    private static readonly Counter<long> s_failed = s_meter.CreateCounter<long>("eventops.messages.failed");
    private static readonly Histogram<double> s_latency = s_meter.CreateHistogram<double>(
        "eventops.messages.latency", "ms", "From the publishing to the end of the handling");

    public static void Failed(string handler) => s_failed.Add(1, new KeyValuePair<string, object?>("handler", handler));

    public static void Handled(string handler, Handling handling) => s_latency.Record(
        (handling.Clock.GetUtcNow() - handling.PublishedAt).TotalMilliseconds,
        new KeyValuePair<string, object?>("handler", handler));
}
