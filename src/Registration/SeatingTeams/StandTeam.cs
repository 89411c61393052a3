using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.SeatingTeams;

/// <summary>A team as it was told last, and the tickets that its people got.</summary>
public sealed record StandTeam(StandTeamChanged Told, IReadOnlyList<StandTicket> Tickets);

/// <summary>The ticket of somebody who works at a stand; its id is the person's.</summary>
public sealed record StandTicket(Guid PersonId, Guid TicketTypeId, Guid RegistrationId);

/// <summary>A team with its tickets, written whole; an older version than the stored one changes nothing.</summary>
public sealed record StandTeamRow(StandTeam Team)
{
    public static void Write(IReadOnlyList<StandTeamRow> rows, NpgsqlBatch batch)
    {
        foreach (var (told, tickets) in rows.Select(row => (row.Team.Told, row.Team.Tickets)))
        {
            var exhibitor = Statements.Value(told.ExhibitorId);
            batch.Add(
                """
                insert into registration.stand_teams as t values ($1, $2, $3, $4, $5, $6)
                on conflict (exhibitor_id) do update set version = excluded.version, ticket_type_id = excluded.ticket_type_id,
                  stands = excluded.stands, person_ids = excluded.person_ids
                where t.version <= excluded.version
                """,
                exhibitor, Statements.Value(told.EventId), Statements.Value(told.Version), Statements.Value(told.TicketTypeId),
                told.Stands.Column(number => number), told.PersonIds.Column(id => id));
            batch.Add("delete from registration.stand_tickets where exhibitor_id = $1", Statements.Value(told.ExhibitorId));
            if (tickets.Count == 0) continue;
            batch.Add(
                """
                insert into registration.stand_tickets (person_id, exhibitor_id, event_id, ticket_type_id, registration_id)
                select t.id, $4, $5, t.type, t.registration from unnest($1, $2, $3) as t(id, type, registration)
                """,
                tickets.Column(ticket => ticket.PersonId), tickets.Column(ticket => ticket.TicketTypeId),
                tickets.Column(ticket => ticket.RegistrationId), Statements.Value(told.ExhibitorId),
                Statements.Value(told.EventId));
        }
    }
}
