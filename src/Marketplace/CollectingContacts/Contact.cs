using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.CollectingContacts;

/// <summary>How somebody said yes.</summary>
public enum ConsentWay
{
    /// <summary>On the exhibitor's phone, held by the visitor.</summary>
    AtTheStand,
    OnOwnPhone,
}

/// <summary>
/// A visitor's yes to one exhibitor: which text they read, when and how. No name: who it is, Registration is asked when the list
/// is read.
/// </summary>
public sealed record Contact(
    Guid ExhibitorId, Guid TicketId, Guid EventId, DateTimeOffset GivenAt, string TextVersion, ConsentWay Way,
    DateTimeOffset? WithdrawnAt = null)
{
    /// <summary>Which words the consent pages show. Whoever changes what they say changes this.</summary>
    public const string CurrentText = "2026-1";

    // A yes that stands keeps its time; one after a no is a new one.
    public static void Write(IReadOnlyList<Contact> rows, NpgsqlBatch batch)
    {
        foreach (var row in rows)
        {
            batch.Add(
                """
                insert into marketplace.contacts as c (exhibitor_id, ticket_id, event_id, given_at, text_version, way)
                values ($1, $2, $3, $4, $5, $6)
                on conflict (exhibitor_id, ticket_id) do update set given_at = excluded.given_at,
                  text_version = excluded.text_version, way = excluded.way, withdrawn_at = null
                where c.withdrawn_at is not null
                """,
                Statements.Value(row.ExhibitorId), Statements.Value(row.TicketId), Statements.Value(row.EventId),
                Statements.Value(row.GivenAt.ToUniversalTime()), Statements.Value(row.TextVersion),
                Statements.Value(row.Way.ToString()));
        }
    }
}

/// <summary>The yes is taken back.</summary>
public sealed record WithdrawnContact(Guid ExhibitorId, Guid TicketId, DateTimeOffset At)
{
    public static void Write(IReadOnlyList<WithdrawnContact> rows, NpgsqlBatch batch) => batch.Add(
        """
        update marketplace.contacts c set withdrawn_at = w.at from unnest($1, $2, $3) as w(exhibitor_id, ticket_id, at)
        where c.exhibitor_id = w.exhibitor_id and c.ticket_id = w.ticket_id and c.withdrawn_at is null
        """,
        rows.Column(row => row.ExhibitorId), rows.Column(row => row.TicketId), rows.Column(row => row.At.ToUniversalTime()));
}
