using EventOps.EventStore;
using EventOps.Registration.Ticketing;
using Npgsql;

namespace EventOps.Registration.Attendees;

/// <summary>Who holds a ticket and who is here: one row per attendee stream, joined with the personal rows when it is read.</summary>
public static class AttendeeList
{
    /// <summary>The list of the event's entrance; further lists (lunch, workshops) do not change who is present.</summary>
    public const string EntryList = "entry";

    public static Projection Projection { get; } = new(
        "registration.attendees", "registration.attendees",
        [
            typeof(AttendeeRegistered), typeof(TicketConfirmed), typeof(TicketCancelled), typeof(TicketReissued),
            typeof(AttendeeCheckedIn), typeof(AttendeeCheckedOut),
        ],
        Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        // Runs of one kind keep the order of events and still are one statement for a whole rush.
        for (var start = 0; start < events.Count;)
        {
            var kind = events[start].Event.GetType();
            var run = events.Skip(start).TakeWhile(recorded => recorded.Event.GetType() == kind).ToList();
            start += run.Count;
            switch (run[0].Event)
            {
                case AttendeeRegistered:
                    Insert(run, batch, table);
                    break;
                case TicketReissued:
                    Reissue(run, batch, table);
                    break;
                case AttendeeCheckedIn:
                    Enter(run, batch, table);
                    break;
                case AttendeeCheckedOut:
                    Leave(run, batch, table);
                    break;
                default:
                    batch.Add($"update {table} set status = $2 where attendee_id = any($1)",
                        run.Column(IdOf), Statements.Value(run[0].Event is TicketConfirmed ? "expected" : "cancelled"));
                    break;
            }
        }
    }

    private static void Insert(List<Recorded> run, NpgsqlBatch batch, string table) => batch.Add($"""
        insert into {table} (attendee_id, event_id, registration_id, ticket_type_id, short_code, status, registered_at)
        select * from unnest($1, $2, $3, $4, $5, $6, $7)
        """,
        run.Column(IdOf), run.Column(r => Registered(r).EventId), run.Column(r => Registered(r).RegistrationId),
        run.Column(r => Registered(r).TicketTypeId), run.Column(r => ShortCode.Of(IdOf(r))),
        run.Column(r => Registered(r).Confirmed ? "expected" : "held"), run.Column(r => r.At));

    private static void Reissue(List<Recorded> run, NpgsqlBatch batch, string table)
    {
        var newest = run.AsEnumerable().Reverse().DistinctBy(IdOf).ToList();
        batch.Add($"""
            update {table} a set status = 'expected', registration_id = n.registration, ticket_type_id = n.type
            from unnest($1, $2, $3) as n(id, registration, type) where a.attendee_id = n.id
            """,
            newest.Column(IdOf), newest.Column(r => ((TicketReissued)r.Event).RegistrationId),
            newest.Column(r => ((TicketReissued)r.Event).TicketTypeId));
    }

    // One statement, so that each row is written once.
    private static void Enter(List<Recorded> run, NpgsqlBatch batch, string table)
    {
        var newest = run.AsEnumerable().Reverse().DistinctBy(IdOf).ToList();
        var entered = run.Where(r => ((AttendeeCheckedIn)r.Event).List == EntryList)
            .DistinctBy(IdOf).ToDictionary(IdOf); // the first entry of a run is the one to keep
        batch.Add($"""
            update {table} a set last_gate = n.gate, present = a.present or n.first_at is not null,
              first_gate = coalesce(a.first_gate, n.first_gate), first_at = coalesce(a.first_at, n.first_at)
            from unnest($1, $2, $3, $4) as n(id, gate, first_gate, first_at) where a.attendee_id = n.id
            """,
            newest.Column(IdOf), newest.Column(r => ((AttendeeCheckedIn)r.Event).Gate),
            newest.Column(r => (entered.GetValueOrDefault(IdOf(r))?.Event as AttendeeCheckedIn)?.Gate),
            newest.Column(r => (entered.GetValueOrDefault(IdOf(r))?.Event as AttendeeCheckedIn)?.At));
    }

    private static void Leave(List<Recorded> run, NpgsqlBatch batch, string table) => batch.Add($"""
        update {table} a set present = a.present and not n.home,
          last_gate = case when n.home or a.last_gate = any(n.gates) then null else a.last_gate end
        from (
          select id, bool_or(home) home, array_agg(gate) gates from unnest($1, $2, $3) as r(id, home, gate) group by id) n
        where a.attendee_id = n.id
        """,
        run.Column(IdOf), run.Column(r => ((AttendeeCheckedOut)r.Event).List == EntryList),
        run.Column(r => ((AttendeeCheckedOut)r.Event).Gate));

    private static AttendeeRegistered Registered(Recorded recorded) => (AttendeeRegistered)recorded.Event;

    private static Guid IdOf(Recorded recorded) => Attendee.IdOf(recorded.Stream);
}
