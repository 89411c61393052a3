using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>Forgets idempotency keys after 30 days, the longest time that any route promises.</summary>
internal sealed class IdempotencySweep(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);
    private const int AtOnce = 5_000;

    private const string DeleteOld = """
        delete from eventops_side.idempotency where ctid = any(array(
          select ctid from eventops_side.idempotency where created_at < $1 limit $2))
        """;

    public async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                while (await Sweep(ct) == AtOnce) { }
            }
            catch (Exception failure) when (failure is OperationCanceledException or NpgsqlException)
            {
                // The next round takes them.
            }

            await Task.Delay(s_every, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Deletes one portion and returns how many keys that were.</summary>
    public async Task<int> Sweep(CancellationToken ct)
    {
        await using var command = database.CreateCommand(DeleteOld);
        command.Parameters.Add(Statements.Value(clock.GetUtcNow() - s_kept));
        command.Parameters.Add(Statements.Value(AtOnce));
        return await command.ExecuteNonQueryAsync(ct);
    }
}
