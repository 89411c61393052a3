using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Stands;

/// <summary>One row per stand that is on a plan: who has it.</summary>
public static class StandList
{
    public static Projection Projection { get; } = new(
        "marketplace.stands", "marketplace.stands",
        [
            typeof(StandOpened), typeof(StandHeld), typeof(HoldExtended), typeof(StandBooked), typeof(StandPassed),
            typeof(HoldLapsed), typeof(StandFreed), typeof(StandBlocked), typeof(StandUnblocked), typeof(StandWithdrawn),
        ],
        Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Statements.Value(Guid.Parse(recorded.Stream.AsSpan("stand-".Length)));
            switch (recorded.Event)
            {
                case StandOpened e:
                    batch.Add(
                        $"insert into {table} (stand_id, event_id, state) values ($1, $2, 'Free') on conflict (stand_id) do update set state = 'Free'",
                        id, Statements.Value(e.EventId));
                    break;
                case StandHeld e:
                    batch.Add(
                        $"update {table} set state = 'Held', exhibitor_id = $2, booking_id = $3, until = $4 where stand_id = $1",
                        id, Statements.Value(e.ExhibitorId), Statements.Value(e.HoldId),
                        Statements.Value(e.Until.ToUniversalTime()));
                    break;
                case HoldExtended e:
                    batch.Add(
                        $"update {table} set until = $2 where stand_id = $1", id, Statements.Value(e.Until.ToUniversalTime()));
                    break;
                case StandBooked e:
                    Book(batch, table, id, e.BookingId, e.ExhibitorId);
                    break;
                case StandPassed e:
                    Book(batch, table, id, e.To, e.ExhibitorId);
                    break;
                case StandWithdrawn:
                    batch.Add($"delete from {table} where stand_id = $1", id);
                    break;
                default:
                    batch.Add(
                        $"update {table} set state = $2, exhibitor_id = null, booking_id = null, until = null where stand_id = $1",
                        id, Statements.Value(recorded.Event is StandBlocked ? nameof(Stand.Blocked) : nameof(Stand.Free)));
                    break;
            }
        }
    }

    private static void Book(NpgsqlBatch batch, string table, NpgsqlParameter id, Guid booking, Guid exhibitor) => batch.Add(
        $"update {table} set state = 'Booked', exhibitor_id = $2, booking_id = $3, until = null where stand_id = $1",
        id, Statements.Value(exhibitor), Statements.Value(booking));
}
