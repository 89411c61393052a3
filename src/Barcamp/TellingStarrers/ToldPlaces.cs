using EventOps.Barcamp.Boards;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.TellingStarrers;

/// <summary>Where a session is, as far as it matters to those who want to go there.</summary>
public sealed record Whereabouts(SessionState State, Guid? RoomId, Guid? SlotId, DateTime? StartsAt)
{
    public static Whereabouts Of(Session session, Board board) => session is { State: SessionState.Placed, Cell: { } cell }
        ? new(session.State, cell.RoomId, cell.SlotId, board.Slot(cell.SlotId)?.StartsAt)
        : new(session.State, null, null, null);

    /// <summary>Whether being here is news for who last knew <paramref name="before"/>; the first place on the board is none.</summary>
    public bool IsNewsAfter(Whereabouts? before) =>
        before is null ? State is SessionState.Cancelled or SessionState.NoShow : this != before;
}

/// <summary>What those who starred a session know of its place.</summary>
public sealed record ToldPlace(Guid SessionId, Guid EventId, Whereabouts Place)
{
    public static void Write(IReadOnlyList<ToldPlace> rows, NpgsqlBatch batch) => batch.Add("""
        insert into barcamp.told_places (session_id, event_id, state, room_id, slot_id, starts_at)
        select * from unnest($1, $2, $3, $4, $5, $6)
        on conflict (session_id) do update set state = excluded.state, room_id = excluded.room_id, slot_id = excluded.slot_id,
          starts_at = excluded.starts_at
        """,
        rows.Column(row => row.SessionId), rows.Column(row => row.EventId), rows.Column(row => row.Place.State.ToString()),
        rows.Column(row => row.Place.RoomId), rows.Column(row => row.Place.SlotId), rows.Column(row => row.Place.StartsAt));

    public static async Task<IReadOnlyDictionary<Guid, Whereabouts>> Of(
        NpgsqlDataSource database, Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select session_id, state, room_id, slot_id, starts_at from barcamp.told_places where event_id = $1");
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var told = new Dictionary<Guid, Whereabouts>();
        while (await reader.ReadAsync(ct))
        {
            told[reader.GetGuid(0)] = new(
                Enum.Parse<SessionState>(reader.GetString(1)), reader.IsDBNull(2) ? null : reader.GetGuid(2),
                reader.IsDBNull(3) ? null : reader.GetGuid(3), reader.IsDBNull(4) ? null : reader.GetDateTime(4));
        }

        return told;
    }
}
