using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Surveys.Hearing;

/// <summary>Registration planned or changed an event: its name and times frame its surveys.</summary>
public static class OnEventChanged
{
    public static Work Handle(EventChanged heard, Handling handling) =>
        new Work().Then(commit => commit.Write(new EventRow(heard)));

    /// <summary>The row to write; an older version than the stored one changes nothing.</summary>
    public sealed record EventRow(EventChanged Heard)
    {
        public static void Write(IReadOnlyList<EventRow> rows, NpgsqlBatch batch)
        {
            foreach (var heard in rows.Select(row => row.Heard))
            {
                var (types, sessions) = (heard.TicketTypes ?? [], heard.Sessions ?? []);
                batch.Add(
                    """
                    insert into surveys.events as e
                      (event_id, organisation_id, version, slug, name_de, name_en, starts_at, ends_at, time_zone, published,
                       ticket_type_ids, ticket_types_de, ticket_types_en, session_ids, sessions_de, sessions_en)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                    on conflict (event_id) do update set version = excluded.version, slug = excluded.slug,
                      name_de = excluded.name_de, name_en = excluded.name_en, starts_at = excluded.starts_at,
                      ends_at = excluded.ends_at, time_zone = excluded.time_zone, published = excluded.published,
                      ticket_type_ids = excluded.ticket_type_ids, ticket_types_de = excluded.ticket_types_de,
                      ticket_types_en = excluded.ticket_types_en, session_ids = excluded.session_ids,
                      sessions_de = excluded.sessions_de, sessions_en = excluded.sessions_en
                    where e.version < excluded.version
                    """,
                    Statements.Value(heard.EventId), Statements.Value(heard.OrganisationId), Statements.Value(heard.Version),
                    Statements.Value(heard.Slug), Statements.Value(heard.NameDe), Statements.Value(heard.NameEn),
                    Statements.Value(heard.StartsAt.ToUniversalTime()), Statements.Value(heard.EndsAt.ToUniversalTime()),
                    Statements.Value(heard.TimeZone), Statements.Value(heard.Published),
                    types.Column(part => part.Id), types.Column(part => part.NameDe), types.Column(part => part.NameEn),
                    sessions.Column(part => part.Id), sessions.Column(part => part.NameDe), sessions.Column(part => part.NameEn));
            }
        }
    }
}
