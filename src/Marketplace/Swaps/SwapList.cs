using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Swaps;

/// <summary>One row per swap: who waits for whose yes.</summary>
public static class SwapList
{
    public static Projection Projection { get; } = new(
        "marketplace.swaps", "marketplace.swaps",
        [typeof(SwapOffered), typeof(MoveAsked), typeof(SwapAccepted), typeof(SwapDeclined), typeof(SwapWithdrawn)], Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Guid.Parse(recorded.Stream.AsSpan("swap-".Length));
            if (recorded.Event is SwapOffered s) Insert(batch, table, id, s.EventId, s.From.ExhibitorId, s.To.ExhibitorId);
            else if (recorded.Event is MoveAsked m) Insert(batch, table, id, m.EventId, m.From.ExhibitorId, m.From.ExhibitorId);
            else batch.Add($"update {table} set is_open = false where swap_id = $1", Statements.Value(id));
        }
    }

    private static void Insert(NpgsqlBatch batch, string table, Guid id, Guid eventId, Guid from, Guid asked) => batch.Add(
        $"insert into {table} values ($1, $2, $3, $4, true)", Statements.Value(id), Statements.Value(eventId),
        Statements.Value(from), Statements.Value(asked));
}

/// <summary>The open swaps of an event or an exhibitor, as their streams are now.</summary>
public sealed class SwapRows(NpgsqlDataSource database, IEventStore store)
{
    public async Task<IReadOnlyList<(Guid Id, Swap Swap)>> Open(Guid eventId, Guid? exhibitorId, CancellationToken ct)
    {
        var swaps = new List<(Guid, Swap)>();
        foreach (var id in await Ids(eventId, exhibitorId, ct))
        {
            var (swap, _) = await store.Load(Swap.Stream(id), Swap.Decider, ct);
            if (swap.Stage == SwapStage.Offered) swaps.Add((id, swap));
        }

        return swaps;
    }

    private async Task<List<Guid>> Ids(Guid eventId, Guid? exhibitorId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select swap_id from marketplace.swaps where event_id = $1 and is_open and ($2::uuid is null or $2 in (from_id, asked_id)) order by swap_id
            """);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(Statements.Value(exhibitorId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return ids;
    }
}
