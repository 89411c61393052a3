using System.Buffers.Text;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Surveys.Hearing;

/// <summary>Tickets were issued, given back, let in or out: their holders are who may be asked.</summary>
public static class OnTicketsChanged
{
    public static Work Handle(TicketsChanged heard, Handling handling) =>
        new Work().Then(commit => commit.Write(new Tickets(heard)));

    /// <summary>The rows to write, all of a message at once.</summary>
    public sealed record Tickets(TicketsChanged Heard)
    {
        public static void Write(IReadOnlyList<Tickets> rows, NpgsqlBatch batch)
        {
            foreach (var (eventId, tickets) in rows.Select(row => (row.Heard.EventId, row.Heard.Tickets)))
            {
                batch.Add("""
                    insert into surveys.participants (ticket_id, event_id, ticket_type_id, token_hash, valid, came)
                    select t.id, $6, t.type, t.hash, t.valid, t.came from unnest($1, $2, $3, $4, $5) as t(id, type, hash, valid, came)
                    on conflict (ticket_id) do update set ticket_type_id = excluded.ticket_type_id,
                      token_hash = excluded.token_hash, valid = excluded.valid, came = excluded.came
                    """,
                    tickets.Column(t => t.TicketId), tickets.Column(t => t.TicketTypeId),
                    tickets.Column(t => Base64Url.DecodeFromChars(t.TokenHash)), tickets.Column(t => t.Valid),
                    tickets.Column(t => t.FirstEntryAt is not null), Statements.Value(eventId));
            }
        }
    }
}
