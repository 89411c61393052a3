using EventOps.EventStore.Reading;
using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>Reads settled events in the order of the store, page by page, for one follower.</summary>
internal sealed class Pages(EventTypes types, IReadOnlyList<Type> wanted)
{
    // By type name: events that nobody here knows are passed over, as are those of archived streams.
    private const string Select = $"""
        select {RecordedRow.Columns} from eventops.mt_events e
        where e.seq_id > $1 and e.seq_id <= $2 and e.type = any($3) and e.is_archived is not true and e.stream_id <> all($4)
        order by e.seq_id limit $5
        """;

    private const string SelectStream = $"""
        select {RecordedRow.Columns} from eventops.mt_events e
        where e.seq_id > $1 and e.seq_id <= $2 and e.type = any($3) and e.is_archived is not true and e.stream_id = any($4)
        order by e.seq_id limit $5
        """;

    // A page that was planned while the table was small must not scan the whole of it for ever.
    private const string ByIndex = "select set_config('enable_seqscan', 'off', true)";

    private readonly string[] _names = types.NamesThatMayBecome(wanted);
    private readonly HashSet<Type> _wanted = [.. wanted];

    /// <summary>Stored names of what is read.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Reads on, leaving out the parked streams.</summary>
    public Task<Page> Read(
        NpgsqlConnection connection, long after, long upTo, IReadOnlyCollection<string> parked, int limit,
        CancellationToken ct) =>
        Read(Select, connection, after, upTo, parked, limit, ct);

    /// <summary>Reads everything up to a number, stream after stream.</summary>
    public StreamOrder ByStream(NpgsqlConnection connection, long upTo, int pageSize, CancellationToken ct) =>
        new(connection, types, _names, _wanted, upTo, pageSize, ct);

    /// <summary>Reads the events of one stream only.</summary>
    public Task<Page> ReadStream(
        NpgsqlConnection connection, string stream, long after, long upTo, int limit, CancellationToken ct) =>
        Read(SelectStream, connection, after, upTo, [stream], limit, ct);

    private async Task<Page> Read(
        string sql, NpgsqlConnection connection, long after, long upTo, IReadOnlyCollection<string> streams, int limit,
        CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(ByIndex);
        batch.Add(sql, Statements.Value(after), Statements.Value(upTo), Statements.Value(_names),
            Statements.Value(streams.ToArray()), Statements.Value(limit));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var events = new List<Recorded>();
        var (rows, last) = (0, after);
        while (await reader.ReadAsync(ct))
        {
            if (TryRead(reader, types, out var recorded) is { } unreadable)
                return new(events, unreadable.Sequence - 1, unreadable);
            (rows, last) = (rows + 1, recorded.Sequence);
            if (_wanted.Contains(recorded.Event.GetType())) events.Add(recorded);
        }

        return new(events, rows < limit ? upTo : last, null);
    }

    internal static Unreadable? TryRead(NpgsqlDataReader row, EventTypes types, out Recorded recorded)
    {
        var (stream, sequence) = (row.GetString(0), row.GetInt64(2));
        try
        {
            recorded = RecordedRow.Read(row, types);
            return null;
        }
        catch (Exception failure) when (!Database.IsDown(failure))
        {
            recorded = null!;
            return new(stream, sequence, failure);
        }
    }
}

/// <summary>Wanted events up to a number; the page ends before an event that cannot be read.</summary>
internal sealed record Page(IReadOnlyList<Recorded> Events, long UpTo, Unreadable? Unreadable);

/// <summary>A stored event that does not deserialize.</summary>
internal sealed record Unreadable(string Stream, long Sequence, Exception Failure);
