using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Stands;

/// <summary>What a stand is to those who look at the plan.</summary>
public enum StandState
{
    Free,
    Held,
    Booked,
    Blocked,
}

/// <summary>Who has a stand at the moment of reading.</summary>
public sealed record StandRow(Guid StandId, StandState State, Guid? ExhibitorId, Guid? BookingId, DateTimeOffset? Until)
{
    /// <summary>A stand that nothing was read of.</summary>
    public static StandRow Free(Guid id) => new(id, StandState.Free, null, null, null);
}

/// <summary>Reads who has the stands of an event.</summary>
public sealed class StandRows(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>By stand; a hold that has ended is free.</summary>
    public async Task<IReadOnlyDictionary<Guid, StandRow>> Of(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select stand_id, case when state = 'Held' and until <= $2 then 'Free' else state end, exhibitor_id, booking_id, until
            from marketplace.stands where event_id = $1
            """);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(Statements.Value(clock.GetUtcNow()));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new Dictionary<Guid, StandRow>();
        while (await reader.ReadAsync(ct))
        {
            var state = Enum.Parse<StandState>(reader.GetString(1));
            rows[reader.GetGuid(0)] = state == StandState.Free ? StandRow.Free(reader.GetGuid(0)) : new(
                reader.GetGuid(0), state, reader.IsDBNull(2) ? null : reader.GetGuid(2),
                reader.IsDBNull(3) ? null : reader.GetGuid(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4));
        }

        return rows;
    }
}
