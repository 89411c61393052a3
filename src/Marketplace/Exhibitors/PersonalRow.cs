using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Exhibitors;

/// <summary>Who an exhibitor is and how to reach them: the only place with their names.</summary>
public sealed record PersonalRow(
    Guid ExhibitorId, Guid EventId, string Organisation, string Contact, string Email, string Phone, string Language)
{
    public static void Write(IReadOnlyList<PersonalRow> rows, NpgsqlBatch batch) => batch.Add(
        """
        insert into marketplace.personal select * from unnest($1, $2, $3, $4, $5, $6, $7)
        on conflict (exhibitor_id) do update set organisation = excluded.organisation, contact = excluded.contact, email = excluded.email,
          phone = excluded.phone, language = excluded.language
        """,
        rows.Column(row => row.ExhibitorId), rows.Column(row => row.EventId), rows.Column(row => row.Organisation),
        rows.Column(row => row.Contact), rows.Column(row => row.Email), rows.Column(row => row.Phone), rows.Column(row => row.Language));
}
