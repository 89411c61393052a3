using System.Buffers.Text;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Marketplace.Hearing;

/// <summary>Tickets were issued or given back: their holders are who may be counted as visitors and hand over their
/// contact.</summary>
public static class OnTicketsChanged
{
    public static Work Handle(TicketsChanged heard, Handling handling) =>
        new Work().Then(commit => commit.Write(new Tickets(heard)));

    /// <summary>The rows to write, all of a message at once.</summary>
    public sealed record Tickets(TicketsChanged Heard)
    {
        public static void Write(IReadOnlyList<Tickets> rows, NpgsqlBatch batch)
        {
            foreach (var heard in rows.Select(row => row.Heard))
            {
                batch.Add(
                    """
                    insert into marketplace.participants (ticket_id, event_id, token_hash, valid)
                    select t.id, $4, t.hash, t.valid from unnest($1, $2, $3) as t(id, hash, valid)
                    on conflict (ticket_id) do update set token_hash = excluded.token_hash, valid = excluded.valid
                    """,
                    heard.Tickets.Column(ticket => ticket.TicketId),
                    heard.Tickets.Column(ticket => Base64Url.DecodeFromChars(ticket.TokenHash)),
                    heard.Tickets.Column(ticket => ticket.Valid),
                    Statements.Value(heard.EventId));
            }
        }
    }
}
