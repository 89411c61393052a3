using System.Collections.Concurrent;
using EventOps.Messaging;

namespace EventOps.Accounts.Tests;

/// <summary>A clock that goes on as usual and can be put forward, on every host that shares it.</summary>
public sealed class MovedClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Forward(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);
}

/// <summary>Keeps the mails that would have left.</summary>
public sealed class MemoryMail : IMailEdge
{
    private readonly ConcurrentQueue<OutgoingMail> _sent = new();

    public IReadOnlyList<OutgoingMail> Sent => [.. _sent];

    public void Clear() => _sent.Clear();

    public Task Send(OutgoingMail mail, CancellationToken ct = default)
    {
        _sent.Enqueue(mail);
        return Task.CompletedTask;
    }
}
