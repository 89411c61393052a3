using System.Buffers.Text;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Barcamp.Hearing;

/// <summary>Tickets were issued, given back, let in or out: their holders are who may propose and star.</summary>
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
                    insert into barcamp.participants (ticket_id, event_id, token_hash, valid, present, gate)
                    select t.id, $6, t.hash, t.valid, t.present, t.gate from unnest($1, $2, $3, $4, $5) as t(id, hash, valid, present, gate)
                    on conflict (ticket_id) do update set
                      token_hash = excluded.token_hash, valid = excluded.valid, present = excluded.present,
                      gate = excluded.gate
                    """,
                    tickets.Column(t => t.TicketId), tickets.Column(t => Base64Url.DecodeFromChars(t.TokenHash)),
                    tickets.Column(t => t.Valid), tickets.Column(t => t.Present), tickets.Column(t => t.Gate),
                    Statements.Value(eventId));
            }
        }
    }
}
