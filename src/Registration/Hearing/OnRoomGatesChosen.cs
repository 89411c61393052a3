using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Registration.Hearing;

/// <summary>The barcamp put gates before its rooms: whoever is in the house already may be scanned in there again.</summary>
public static class OnRoomGatesChosen
{
    public static Work Handle(RoomGatesChosen heard, Handling handling) =>
        new Work().Then(commit => commit.Write(new Row(heard)));

    /// <summary>The row to write; an older version than the stored one changes nothing.</summary>
    public sealed record Row(RoomGatesChosen Heard)
    {
        public static void Write(IReadOnlyList<Row> rows, NpgsqlBatch batch)
        {
            foreach (var heard in rows.Select(row => row.Heard))
            {
                batch.Add("""
                    insert into registration.room_gates as r (event_id, version, gates) values ($1, $2, $3)
                    on conflict (event_id) do update set version = excluded.version, gates = excluded.gates
                    where r.version < excluded.version
                    """,
                    Statements.Value(heard.EventId), Statements.Value(heard.Version), heard.Gates.Column(gate => gate));
            }
        }
    }
}
