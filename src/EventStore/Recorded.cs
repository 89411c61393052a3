namespace EventOps.EventStore;

/// <summary>One stored event with its place in the stream and in the store.</summary>
/// <param name="Id">Random id of the event.</param>
/// <param name="Stream">Stream id, <c>attendee-{guid}</c>: never user text.</param>
/// <param name="Version">Place in the stream, from 1 without gaps.</param>
/// <param name="Sequence">Place in the store; 0 while the event is not committed (inline projections see 0). Gaps are normal.</param>
/// <param name="At">When it was recorded, UTC, whole microseconds.</param>
/// <param name="Type">Stored name with version: <c>registration.attendee-registered.v1</c>.</param>
/// <param name="Event">The event itself, upcast to its newest form.</param>
/// <param name="Metadata">Who and why, ids only.</param>
public sealed record Recorded(
    Guid Id, string Stream, long Version, long Sequence, DateTimeOffset At, string Type, object Event, Metadata Metadata);

/// <summary>Who caused a change and in which context. Ids only: never a name or an address.</summary>
/// <param name="CorrelationId">Id shared by all that one request caused, usually the trace id.</param>
/// <param name="CausationId">Id of the message or event that caused this one.</param>
/// <param name="Actor">Id of the account or token that acted; null for the public.</param>
/// <param name="Device">Id of the scanner that acted.</param>
/// <param name="Command">Client-made id of the command.</param>
public sealed record Metadata(
    string? CorrelationId = null, string? CausationId = null, string? Actor = null, string? Device = null, string? Command = null)
{
    /// <summary>Nothing known.</summary>
    public static Metadata None { get; } = new();
}
