using EventOps.Accounts.Members;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Accounts.RunningTheTeam;

/// <summary>One person in the list of those who work here.</summary>
public sealed record Colleague(Guid Id, string Name, string Mail, bool Joined, IReadOnlyList<Right> Rights);

/// <summary>Everybody who works for an organisation, by name.</summary>
public sealed class TeamList(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<Colleague>> Of(Guid organisation)
    {
        var rows = await database.List(
            """
            select m.member_id, p.name, p.mail, m.joined_at is not null, r.role, r.event_id
            from accounts.members m
            join accounts.personal p on p.subject_id = m.member_id
            left join accounts.rights r on r.member_id = m.member_id
            where m.organisation_id = $1
            order by lower(p.name), m.member_id, r.role, r.event_id
            """,
            row => (
                Person: new Colleague(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), []),
                Right: row.IsDBNull(4) ? null : new Right(Enum.Parse<Role>(row.GetString(4)), row.Maybe<Guid>(5))),
            Statements.Value(organisation));
        return [.. rows.GroupBy(row => row.Person.Id).Select(group =>
            group.First().Person with { Rights = [.. group.Select(row => row.Right).OfType<Right>()] })];
    }
}
