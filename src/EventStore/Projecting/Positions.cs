using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>The stored positions of the followers and the streams that each has parked.</summary>
internal static class Positions
{
    private const string Add = """
        insert into eventops_side.positions (projection, position) values ($1, 0) on conflict (projection) do nothing
        """;

    private const string Find = "select position, revision from eventops_side.positions where projection = $1";

    private const string FindParked = "select stream_id from eventops_side.parked where projection = $1";

    private const string SetAside = """
        insert into eventops_side.parked (projection, stream_id, sequence, error) values ($1, $2, $3, $4)
        on conflict (projection, stream_id) do nothing
        """;

    public sealed record Position(long Number, long Revision, HashSet<string> Parked);

    /// <summary>Where a follower stands; at 0 when it is new.</summary>
    /// <param name="connection">In a transaction, if the position is to be held.</param>
    /// <param name="follower">Its name.</param>
    /// <param name="hold">Nobody else moves the position until the transaction ends.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Position> Of(NpgsqlConnection connection, string follower, bool hold, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(Add, Statements.Value(follower));
        batch.Add(hold ? Find + " for update" : Find, Statements.Value(follower));
        batch.Add(FindParked, Statements.Value(follower));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (number, revision) = (reader.GetInt64(0), reader.GetInt64(1));
        await reader.NextResultAsync(ct);
        var parked = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
            parked.Add(reader.GetString(0));
        return new(number, revision, parked);
    }

    /// <summary>Sets a stream aside; its event at <paramref name="sequence"/> and all later ones wait for a replay.</summary>
    public static void Park(NpgsqlBatch batch, string follower, string stream, long sequence, Exception failure) =>
        batch.Add(SetAside, Statements.Value(follower), Statements.Value(stream), Statements.Value(sequence),
            Statements.Value(Troubles.KindOf(failure)));
}
