using EventOps.EventStore.Committing;
using Npgsql;

namespace EventOps.EventStore.Reading;

/// <summary>Reads streams outside any transaction of the committers.</summary>
internal sealed class StreamReading(NpgsqlDataSource database, EventTypes types, StateCache cache)
{
    private const string Select = $"""
        select {RecordedRow.Columns} from eventops.mt_events e
        where e.stream_id = $1 and e.version > $2 and e.version <= $3
          and ($4::timestamptz is null or e.version < all(
            select later.version from eventops.mt_events later where later.stream_id = $1 and later.timestamp > $4))
        order by e.version
        """;

    private const string KeepSnapshot = """
        insert into eventops_side.snapshots (stream_id, name, version, state) values ($1, $2, $3, $4::jsonb)
        on conflict (stream_id, name) do update set version = excluded.version, state = excluded.state
        where snapshots.version < excluded.version
        """;

    // Two statements: the second must see the events of a writer that the first waited for.
    private const string ArchiveStream = "update eventops.mt_streams set is_archived = true where id = $1";
    private const string ArchiveEvents = "update eventops.mt_events set is_archived = true where stream_id = $1 and not is_archived";

    public async Task<IReadOnlyList<Recorded>> Events(
        string stream, long after, long upTo, DateTimeOffset? at, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(Statements.Value(stream));
        command.Parameters.Add(Statements.Value(after));
        command.Parameters.Add(Statements.Value(upTo));
        command.Parameters.Add(Statements.Value(at));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var events = new List<Recorded>();
        while (await reader.ReadAsync(ct))
            events.Add(RecordedRow.Read(reader, types));
        return events;
    }

    public async Task<(TState State, long Version)> Newest<TCommand, TState, TEvent>(
        string stream, Decider<TCommand, TState, TEvent> decider, CancellationToken ct)
        where TState : class
        where TEvent : class
    {
        var folding = Folding.Of(decider);
        var known = cache.Find(stream, folding);
        var slot = new Slot(stream);
        slot.Seed(new(folding, known?.Version ?? 0, known?.State ?? folding.Initial));
        if (known is null && folding.SnapshotName is not null)
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await BatchReads.Snapshots(connection, [(slot, folding)], ct);
        }

        var news = await Events(stream, slot.KnownUpTo, long.MaxValue, null, ct);
        foreach (var recorded in news)
            slot.Read(recorded);
        var (version, state) = (slot.States[0].Version, slot.States[0].State);
        if (version > 0)
            cache.Keep(stream, folding, new(version, state, Environment.TickCount64));
        if (folding.SnapshotName is not null && news.Count > folding.SnapshotAfter)
            await Snapshot(stream, folding, version, state, ct);
        return ((TState)state, version);
    }

    public async Task<(TState State, long Version)> AsOf<TCommand, TState, TEvent>(
        string stream, Decider<TCommand, TState, TEvent> decider, long? version, DateTimeOffset? at, CancellationToken ct)
        where TState : class
        where TEvent : class
    {
        var history = await Events(stream, 0, version ?? long.MaxValue, at, ct);
        return (decider.Fold(history.Select(recorded => recorded.Event).OfType<TEvent>()), history.Count == 0 ? 0 : history[^1].Version);
    }

    public async Task Archive(string stream, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.Add(ArchiveStream, Statements.Value(stream));
        batch.Add(ArchiveEvents, Statements.Value(stream));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private async Task Snapshot(string stream, Folding folding, long version, object state, CancellationToken ct)
    {
        await using var command = database.CreateCommand(KeepSnapshot);
        command.Parameters.Add(Statements.Value(stream));
        command.Parameters.Add(Statements.Value(folding.SnapshotName!));
        command.Parameters.Add(Statements.Value(version));
        command.Parameters.Add(Statements.Value(folding.WriteSnapshot(state)));
        await command.ExecuteNonQueryAsync(ct);
    }
}
