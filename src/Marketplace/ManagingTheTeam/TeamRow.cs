using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.ManagingTheTeam;

/// <summary>One person in a team: the only place with their name in this module.</summary>
public sealed record TeamRow(
    Guid PersonId, Guid ExhibitorId, Guid EventId, string GivenName, string FamilyName, string Email, string Language)
{
    public string Name => $"{GivenName} {FamilyName}".Trim();

    public static void Write(IReadOnlyList<TeamRow> rows, NpgsqlBatch batch) => batch.Add(
        """
        insert into marketplace.team select * from unnest($1, $2, $3, $4, $5, $6, $7)
        on conflict (person_id) do update set given_name = excluded.given_name, family_name = excluded.family_name,
          email = excluded.email, language = excluded.language
        """,
        rows.Column(row => row.PersonId), rows.Column(row => row.ExhibitorId), rows.Column(row => row.EventId),
        rows.Column(row => row.GivenName), rows.Column(row => row.FamilyName), rows.Column(row => row.Email),
        rows.Column(row => row.Language));
}

/// <summary>Somebody left a team: their name goes at once.</summary>
public sealed record LeftTeam(Guid PersonId)
{
    public static void Write(IReadOnlyList<LeftTeam> rows, NpgsqlBatch batch) =>
        batch.Add("delete from marketplace.team where person_id = any($1)", rows.Column(row => row.PersonId));
}
