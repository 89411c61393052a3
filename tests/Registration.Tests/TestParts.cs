using System.Collections.Concurrent;
using EventOps.Messaging;

namespace EventOps.Registration.Tests;

/// <summary>A clock that stands until a test moves it; timers run in real time.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Keeps the mails that would have left.</summary>
public sealed class MemoryMail : IMailEdge
{
    private readonly ConcurrentQueue<OutgoingMail> _sent = new();

    public IReadOnlyList<OutgoingMail> Sent => [.. _sent];

    public Task Send(OutgoingMail mail, CancellationToken ct = default)
    {
        _sent.Enqueue(mail);
        return Task.CompletedTask;
    }
}
