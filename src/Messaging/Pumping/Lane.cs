namespace EventOps.Messaging.Pumping;

/// <summary>One handler's messages of one key, held by this host under a lease, in order.</summary>
internal sealed record Lane(Subscriber Subscriber, string Key, Guid Owner, IReadOnlyList<Queued> Messages)
{
    public LaneName Name => new(Subscriber.Handler, Key);
}

/// <summary>One message that waits; known when the inbox says that it was handled before.</summary>
internal sealed record Queued(
    Guid Id, long Position, string Type, byte[] Body, int Attempts, DateTimeOffset PublishedAt, string? CorrelationId,
    bool IsKnown);
