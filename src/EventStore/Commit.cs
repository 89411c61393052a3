using EventOps.EventStore.Committing;

namespace EventOps.EventStore;

/// <summary>
/// What goes into the transaction beside the events: rows of registered kinds (personal rows, messages) and the kept answer.
/// </summary>
public sealed class Commit
{
    private readonly List<object> _rows = [];
    private readonly IReadOnlyList<(Slot Slot, Folded Folded)> _states;

    internal Commit(
        IReadOnlyList<Recorded> events, IReadOnlyList<(Slot Slot, Folded Folded)> states, DateTimeOffset at, Metadata metadata) =>
        (Events, _states, At, Metadata) = (events, states, at, metadata);

    /// <summary>What this work records, in the order of its steps.</summary>
    public IReadOnlyList<Recorded> Events { get; }

    /// <summary>The time of recording, UTC, whole microseconds.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Who acts.</summary>
    public Metadata Metadata { get; }

    internal IReadOnlyList<object> Rows => _rows;

    internal KeptAnswer? Answer { get; private set; }

    /// <summary>The state of one of the work's streams after its events.</summary>
    public TState StateOf<TState>(string stream) =>
        _states.Where(known => known.Slot.Stream == stream).Select(known => known.Folded.State).OfType<TState>().Single();

    /// <summary>
    /// Writes a row of a kind that a module registered with <c>Rows</c>; all rows of a kind in a batch become one statement.
    /// </summary>
    public void Write<TRow>(TRow row)
        where TRow : class => _rows.Add(row);

    /// <summary>Keeps the answer under the work's idempotency key.</summary>
    public void Keep(int status, string? location = null, params IReadOnlyList<Guid> ids) => Answer = new(status, location, ids);
}
