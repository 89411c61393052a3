using EventOps.EventStore.Reading;
using Npgsql;

namespace EventOps.EventStore.Committing;

/// <summary>The first round trip of a batch: lock the streams in ordinal order, read what others added, look keys up.</summary>
internal static class BatchReads
{
    // C collation: the order of locks must be the same on every host and whatever the database's collation is.
    private const string LockStreams = """
        select id, version, is_archived from eventops.mt_streams
        where id = any($1) order by id collate "C" for no key update
        """;

    private const string ReadNews = $"""
        select {RecordedRow.Columns}
        from unnest($1, $2) as known(id, version)
        join eventops.mt_events e on e.stream_id = known.id and e.version > known.version
        order by e.stream_id, e.version
        """;

    private const string FindKeys = "select id, fingerprint, status, location, ids from eventops_side.idempotency where id = any($1)";

    private const string FindSnapshots = """
        select s.stream_id, s.name, s.version, s.state
        from unnest($1, $2) as wanted(id, name) join eventops_side.snapshots s on s.stream_id = wanted.id and s.name = wanted.name
        """;

    public sealed record Known(byte[] Fingerprint, KeptAnswer Answer);

    public static async Task<Dictionary<string, Known>> Run(
        NpgsqlConnection connection, IReadOnlyList<Slot> slots, IReadOnlyList<IdempotencyKey> keys, EventTypes types)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = CommitBatch.Patience };
        batch.Add("begin");
        batch.Add(LockStreams, slots.Column(slot => slot.Stream));
        batch.Add(ReadNews, slots.Column(slot => slot.Stream), slots.Column(slot => slot.KnownUpTo));
        if (keys.Count > 0)
            batch.Add(FindKeys, keys.Column(key => key.Id));

        var byStream = slots.ToDictionary(slot => slot.Stream, StringComparer.Ordinal);
        await using var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
            byStream[reader.GetString(0)].Locked(reader.GetInt64(1), reader.GetBoolean(2));
        await reader.NextResultAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
            byStream[reader.GetString(0)].Read(RecordedRow.Read(reader, types));

        var known = new Dictionary<string, Known>(StringComparer.Ordinal);
        if (!await reader.NextResultAsync().ConfigureAwait(false)) return known;
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            known[Convert.ToHexString(reader.GetFieldValue<byte[]>(0))] = new(
                reader.GetFieldValue<byte[]>(1),
                new(reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetFieldValue<Guid[]>(4)));
        }

        return known;
    }

    public static async Task Snapshots(
        NpgsqlConnection connection, IReadOnlyList<(Slot Slot, Folding Folding)> cold, CancellationToken ct)
    {
        await using var command = Wanted(connection, cold);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            Seed(reader, cold);
    }

    private static NpgsqlCommand Wanted(NpgsqlConnection connection, IReadOnlyList<(Slot Slot, Folding Folding)> cold) =>
        new(FindSnapshots, connection)
        {
            Parameters = { cold.Column(wanted => wanted.Slot.Stream), cold.Column(wanted => wanted.Folding.SnapshotName!) },
        };

    private static void Seed(NpgsqlDataReader row, IReadOnlyList<(Slot Slot, Folding Folding)> cold)
    {
        var (stream, name) = (row.GetString(0), row.GetString(1));
        var (slot, folding) = cold.First(wanted => wanted.Slot.Stream == stream && wanted.Folding.SnapshotName == name);
        if (folding.ReadSnapshot(row.GetFieldValue<byte[]>(3)) is { } state)
            slot.Seed(new(folding, row.GetInt64(2), state));
    }
}
