using EventOps.EventStore.Reading;
using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>
/// One long read of the store, stream after stream, in pages; the next page is read while the last one is written.
/// </summary>
internal sealed class StreamOrder(
    NpgsqlConnection connection, EventTypes types, string[] names, HashSet<Type> wanted, long upTo, int pageSize,
    CancellationToken ct)
    : IAsyncDisposable
{
    private const string Select = $"""
        select {RecordedRow.Columns} from eventops.mt_events e
        where e.seq_id <= $1 and e.type = any($2) and e.is_archived is not true order by e.stream_id, e.version
        """;

    // The sort fits into memory for a hundred thousand events or so; beyond that the database sorts on disk.
    private const string RoomToSort = "select set_config('work_mem', '64MB', true)";

    private NpgsqlBatch? _batch;
    private NpgsqlDataReader? _reader;
    private Task<Page?>? _ahead;
    private string? _leftOut;

    /// <summary>The next page, or null at the end. After an event that cannot be read, the rest of its stream is left out.</summary>
    public async Task<Page?> Next()
    {
        var page = await (_ahead ?? Read());
        _ahead = page is null ? null : Read();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_ahead is not null)
        {
            _batch?.Cancel();
            await ((Task)_ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_reader is not null) await _reader.DisposeAsync();
        if (_batch is not null) await _batch.DisposeAsync();
    }

    private async Task<Page?> Read()
    {
        var reader = _reader ??= await Start();
        var events = new List<Recorded>(pageSize);
        while (events.Count < pageSize && await reader.ReadAsync(ct))
        {
            if (reader.GetString(0) == _leftOut) continue;
            if (Pages.TryRead(reader, types, out var recorded) is { } bad)
            {
                _leftOut = bad.Stream;
                return new(events, bad.Sequence, bad);
            }

            if (wanted.Contains(recorded.Event.GetType())) events.Add(recorded);
        }

        return events.Count > 0 ? new(events, upTo, null) : null;
    }

    private async Task<NpgsqlDataReader> Start()
    {
        _batch = new NpgsqlBatch(connection) { Timeout = 0 };
        _batch.Add(RoomToSort);
        _batch.Add(Select, Statements.Value(upTo), Statements.Value(names));
        var reader = await _batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return reader;
    }
}
