namespace EventOps.EventStore;

/// <summary>A stored event name that no module registers.</summary>
public sealed class UnknownEventType(string storedName) : Exception($"No module registers the event {storedName}.");

/// <summary>An append to a stream that was archived.</summary>
public sealed class StreamArchived(string stream) : Exception($"Stream {stream} is archived.");

/// <summary>
/// Other writers won every try. Nothing of the work was stored; the caller may try again.
/// </summary>
public sealed class StreamContended(string stream, Exception? inner = null)
    : Exception($"Stream {stream} changed during every try.", inner);

/// <summary>
/// The database did not answer. The work may or may not be stored: only a retry with the same idempotency key is safe.
/// </summary>
public sealed class StoreUnavailable(Exception inner) : Exception("The database did not answer.", inner);
