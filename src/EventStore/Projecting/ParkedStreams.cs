using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>The streams that a follower set aside: listed for the operator, replayed once the cause is mended.</summary>
public sealed class ParkedStreams(
    NpgsqlDataSource database, EventStoreModel model, ProjectionSignals signals, IServiceProvider services)
{
    private const string ListAll =
        "select projection, stream_id, sequence, error, parked_at from eventops_side.parked order by parked_at, 1, 2";

    private const string FindOne =
        "select sequence from eventops_side.parked where projection = $1 and stream_id = $2";

    private const string Unpark = "delete from eventops_side.parked where projection = $1 and stream_id = $2";

    private const string RaiseRevision = "update eventops_side.positions set revision = revision + 1 where projection = $1";

    /// <summary>One parked stream: its event at <paramref name="Sequence"/> failed, later ones wait behind it.</summary>
    /// <param name="Projection">The read model or subscription.</param>
    /// <param name="Stream">The stream.</param>
    /// <param name="Sequence">Place of the event at fault in the store.</param>
    /// <param name="Error">Kind of the failure, without its text.</param>
    /// <param name="At">Since when.</param>
    public sealed record Parked(string Projection, string Stream, long Sequence, string Error, DateTimeOffset At);

    /// <summary>Everything that is parked, oldest first.</summary>
    public async Task<IReadOnlyList<Parked>> List(CancellationToken ct = default)
    {
        await using var command = database.CreateCommand(ListAll);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var parked = new List<Parked>();
        while (await reader.ReadAsync(ct))
        {
            parked.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return parked;
    }

    /// <summary>
    /// Takes in what waits of a parked stream and lets it flow again, in one transaction; throws what the event throws when it is
    /// still at fault, and leaves it parked then.
    /// </summary>
    /// <returns>How many events were taken in, or null when the stream is not parked.</returns>
    public async Task<int?> Replay(string projection, string stream, CancellationToken ct = default)
    {
        var readModel = model.AsyncProjections.SingleOrDefault(p => p.Name == projection);
        var follower = model.Subscriptions.SingleOrDefault(s => s.Name == projection);
        var wanted = readModel?.Events ?? follower?.Events
            ?? throw new ArgumentException($"Nobody follows as {projection}.", nameof(projection));
        var pages = new Pages(model.Events, wanted);

        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var position = await Positions.Of(connection, projection, hold: true, ct); // the daemon stands still for this follower
        if (await From(connection, projection, stream, ct) is not { } from) return null;
        var page = await pages.ReadStream(connection, stream, from - 1, position.Number, int.MaxValue, ct);
        if (page.Unreadable is { } bad) throw bad.Failure;

        await using var batch = new NpgsqlBatch(connection);
        if (follower is not null)
            await follower.Handle(page.Events, services, ct);
        else if (page.Events.Count > 0)
            readModel!.Project(page.Events, batch, readModel.Table);
        batch.Add(Unpark, Statements.Value(projection), Statements.Value(stream));
        batch.Add(RaiseRevision, Statements.Value(projection));
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        signals.Moved(projection);
        return page.Events.Count;
    }

    private static async Task<long?> From(NpgsqlConnection connection, string projection, string stream, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(FindOne, connection);
        command.Parameters.Add(Statements.Value(projection));
        command.Parameters.Add(Statements.Value(stream));
        return (long?)await command.ExecuteScalarAsync(ct);
    }
}
