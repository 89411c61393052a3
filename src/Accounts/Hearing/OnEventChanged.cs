using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Accounts.Hearing;

/// <summary>Registration planned or changed an event: its names and gates are needed for rights and devices.</summary>
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
                    insert into accounts.events as e (event_id, organisation_id, version, slug, name_de, name_en, gates, ends_at)
                    values ($1, $2, $3, $4, $5, $6, $7, $8)
                    on conflict (event_id) do update set version = excluded.version, slug = excluded.slug,
                      name_de = excluded.name_de, name_en = excluded.name_en, gates = excluded.gates, ends_at = excluded.ends_at
                    where e.version < excluded.version
                    """,
                    Statements.Value(heard.EventId), Statements.Value(heard.OrganisationId), Statements.Value(heard.Version),
                    Statements.Value(heard.Slug), Statements.Value(heard.NameDe), Statements.Value(heard.NameEn),
                    Statements.Value(heard.Gates.ToArray()), Statements.Value(heard.EndsAt.ToUniversalTime()));
            }
        }
    }
}
