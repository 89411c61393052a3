using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Billing.Hearing;

/// <summary>Registration planned or changed an event: its name stands on lists of bills.</summary>
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
                batch.Add(
                    """
                    insert into billing.events as e (event_id, organisation_id, version, slug, name_de, name_en)
                    values ($1, $2, $3, $4, $5, $6)
                    on conflict (event_id) do update set version = excluded.version, slug = excluded.slug,
                      name_de = excluded.name_de,
                      name_en = excluded.name_en where e.version < excluded.version
                    """,
                    Statements.Value(heard.EventId), Statements.Value(heard.OrganisationId), Statements.Value(heard.Version),
                    Statements.Value(heard.Slug), Statements.Value(heard.NameDe), Statements.Value(heard.NameEn));
            }
        }
    }
}
