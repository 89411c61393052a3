namespace EventOps.Messaging.Tests;

/// <summary>The real clock, moved by as much as a test wants.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan _by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _by;

    public void Move(TimeSpan by) => _by += by;
}
