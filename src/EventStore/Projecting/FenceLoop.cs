using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>Finds the settled number again whenever something was committed, and hands it to the followers.</summary>
internal sealed class FenceLoop(
    NpgsqlDataSource database, Wakeups wakeups, Settled settled,
    Func<NpgsqlConnection, long, CancellationToken, Task<long>> settle, ILogger log)
{
    private static readonly TimeSpan s_lookWhenIdle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_lookWhenBusy = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_stuckAfter = TimeSpan.FromSeconds(1);
    private const int Spacing = 4; // ms between two looks

    // So many events in one look are a rush: its commits share looks, because each look costs the database as much as a batch.
    private const int Rush = 32;
    private const int SpacingInARush = 40;
    private const int MostLookedAt = 1_000;

    public async Task Run(CancellationToken ct)
    {
        var wakeup = wakeups.Follow();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(ct);
                while (true)
                    await Look(connection, wakeup, ct);
            }
            catch (Exception failure)
            {
                if (!ct.IsCancellationRequested && !Database.IsDown(failure))
                    log.LogError("The settled number cannot be read: {Kind}", Troubles.KindOf(failure));
                await Task.Delay(s_lookWhenBusy, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Look(NpgsqlConnection connection, Wakeup wakeup, CancellationToken ct)
    {
        var lookedAt = Environment.TickCount64;
        var settling = settle(connection, settled.Number, ct);
        if (await Task.WhenAny(settling, Task.Delay(s_stuckAfter, ct)) != settling)
            await NameTheHolder(ct);
        var number = await settling;
        var news = number - settled.Number;
        var moved = news > 0;
        var spacing = news >= Rush ? SpacingInARush : Spacing;
        if (moved) settled.Publish(number, await Types(connection, settled.Number, number, ct));
        await wakeup.WaitAsync(moved ? s_lookWhenBusy : s_lookWhenIdle, ct);
        if (lookedAt + spacing - Environment.TickCount64 is > 0 and var early)
            await Task.Delay((int)early, ct);
    }

    // One look for all followers, most of whom want none of what came.
    private static async Task<IReadOnlySet<string>?> Types(NpgsqlConnection connection, long after, long upTo, CancellationToken ct)
    {
        if (upTo - after > MostLookedAt) return null;
        await using var command = new NpgsqlCommand(
            "select distinct type from eventops.mt_events where seq_id > $1 and seq_id <= $2", connection);
        command.Parameters.Add(Statements.Value(after));
        command.Parameters.Add(Statements.Value(upTo));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var types = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
            types.Add(reader.GetString(0));
        return types;
    }

    private async Task NameTheHolder(CancellationToken ct)
    {
        try
        {
            if (await MarkHolder.Find(database, ct) is { } holder)
                log.LogWarning(
                    "Process {Pid} ({Application}, {State}) holds a transaction open since {Since}; read models wait for it",
                    holder.Pid, holder.Application, holder.State, holder.Since);
        }
        catch (Exception failure) when (failure is OperationCanceledException or NpgsqlException)
        {
            // Only a hint for the operator.
        }
    }
}
