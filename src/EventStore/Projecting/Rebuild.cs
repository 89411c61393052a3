using System.Diagnostics;
using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>
/// Folds a read model anew beside the live one and swaps the two, while writers and readers go on: after a projection was mended,
/// or when an inline one is new to a store with history. A rebuild that dies leaves the live one as it was.
/// </summary>
/// <param name="database">As the owner of the tables.</param>
/// <param name="model">Knows the read models.</param>
public sealed class Rebuild(NpgsqlDataSource database, EventStoreModel model)
{
    private const int SmallRest = 2_000;
    private const int MostSwapTries = 200;

    // Longer than commits take, shorter than the second that writers wait for a lock.
    private const string ShortLocks = "set local lock_timeout = '400ms'";

    private const string TakeTurn = "select pg_try_advisory_lock(hashtextextended('rebuild ' || $1, 0))";

    private const string SetPosition = """
        update eventops_side.positions set position = $2, revision = revision + 1, updated_at = now() where projection = $1
        """;

    private const string ForgetParked = "delete from eventops_side.parked where projection = $1";

    /// <summary>What a rebuild did.</summary>
    /// <param name="Events">Events folded before the swap.</param>
    /// <param name="Parked">Streams set aside on the way.</param>
    /// <param name="Took">From start to swap.</param>
    /// <param name="Locked">How long writers and readers had to wait.</param>
    public sealed record Result(long Events, int Parked, TimeSpan Took, TimeSpan Locked);

    /// <summary>Rebuilds one read model, inline or asynchronous, by its name.</summary>
    /// <exception cref="InvalidOperationException">It is being rebuilt already, or its table cannot be replaced.</exception>
    public async Task<Result> Run(string projection, CancellationToken ct = default)
    {
        var inline = model.InlineProjections.SingleOrDefault(p => p.Name == projection);
        var readModel = inline ?? model.AsyncProjections.SingleOrDefault(p => p.Name == projection)
            ?? throw new ArgumentException($"There is no read model {projection}.", nameof(projection));
        await using var connection = await database.OpenConnectionAsync(ct);
        if (!await Turn(connection, projection, ct))
            throw new InvalidOperationException($"{projection} is being rebuilt already.");
        try
        {
            return await Run(connection, readModel, inline is not null, ct);
        }
        finally
        {
            await Execute(connection, "select pg_advisory_unlock_all()", CancellationToken.None);
        }
    }

    private async Task<Result> Run(NpgsqlConnection connection, Projection readModel, bool inline, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var shadow = new ShadowTable(readModel.Table);
        var fold = new ShadowFold(database, model.Events, readModel, shadow.Name, mayPark: !inline);
        await shadow.Create(connection, ct);
        if (inline || readModel.PerStream)
            await fold.StreamByStream(connection, await Fence.Settle(connection, 0, ct), ct);
        await CatchUp(connection, fold, ct);
        await shadow.Finish(connection, ct);
        for (var tries = 1; ; tries++)
        {
            await CatchUp(connection, fold, ct);
            if (await Swap(connection, readModel, inline, shadow, fold, ct) is { } locked)
                return new(fold.Events, fold.Parked.Count, Stopwatch.GetElapsedTime(began), locked);
            if (tries == MostSwapTries) throw new InvalidOperationException($"{readModel.Table} was never free for a swap.");
            await Task.Delay(Random.Shared.Next(20, 200), ct);
        }
    }

    private static async Task CatchUp(NpgsqlConnection connection, ShadowFold fold, CancellationToken ct)
    {
        long before;
        do
        {
            before = fold.Mark;
            await fold.UpTo(connection, await Fence.Settle(connection, before, ct), ct);
        }
        while (fold.Mark - before > SmallRest);
    }

    /// <summary>
    /// Under the lock nobody has uncommitted rows in the live table. A writer that already stored events, but not yet its rows,
    /// waits for the lock and writes them to the new table itself; everything that others committed is folded here first.
    /// </summary>
    /// <returns>How long the lock was held, or null when it was not to be had.</returns>
    private static async Task<TimeSpan?> Swap(
        NpgsqlConnection connection, Projection readModel, bool inline, ShadowTable shadow, ShadowFold fold, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await Execute(connection, ShortLocks, ct);
            // The position first, then the table: the order in which the daemon locks them.
            var upTo = inline
                ? long.MaxValue
                : Math.Max(fold.Mark, (await Positions.Of(connection, readModel.Name, hold: true, ct)).Number);
            await Execute(connection, $"lock table {readModel.Table} in access exclusive mode", ct);
            var locked = Stopwatch.GetTimestamp();
            if (!await fold.Rest(connection, upTo, ct)) return null;
            await shadow.TakePlace(connection, ct);
            if (!inline) await SetStanding(connection, readModel.Name, upTo, fold, ct);
            await transaction.CommitAsync(ct);
            return Stopwatch.GetElapsedTime(locked);
        }
        catch (Exception failure) when (Database.Retriable(failure) || (!inline && Troubles.Of(failure) is Trouble.Poison))
        {
            return null; // the lock was not free in time, or the next round has to park a stream
        }
    }

    private static async Task SetStanding(
        NpgsqlConnection connection, string name, long position, ShadowFold fold, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(SetPosition, Statements.Value(name), Statements.Value(position));
        batch.Add(ForgetParked, Statements.Value(name));
        foreach (var (stream, sequence, failure) in fold.Parked)
            Positions.Park(batch, name, stream, sequence, failure);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task<bool> Turn(NpgsqlConnection connection, string projection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(TakeTurn, connection);
        command.Parameters.Add(Statements.Value(projection));
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
