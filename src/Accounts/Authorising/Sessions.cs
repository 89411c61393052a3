using EventOps.Accounts.Credentials;
using EventOps.Accounts.Members;
using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Accounts.Authorising;

/// <summary>One browser in which a person is signed in.</summary>
/// <param name="Rights">What the person may do now.</param>
/// <param name="ByLink">Proven by a link instead of the password.</param>
/// <param name="StartedAt">When the person signed in.</param>
public sealed record Session(Rights Rights, bool ByLink, DateTimeOffset StartedAt);

/// <summary>The signed-in browsers: rows, so that signing out and a new password end them on every host.</summary>
public sealed class Sessions
{
    /// <summary>Even with daily use, one signs in again after this time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _clock;
    private readonly Fresh<Guid, Session> _fresh;

    public Sessions(NpgsqlDataSource database, TimeProvider clock) =>
        (_database, _clock, _fresh) = (database, clock, new(clock, Read));

    public async Task<Guid> Start(Account account, bool byLink)
    {
        var id = Guid.NewGuid();
        var now = _clock.GetUtcNow();
        await _database.Execute(
            """
            insert into accounts.sessions (session_id, account_id, organisation_id, security_stamp, by_link, started_at, ends_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """,
            Statements.Value(id), Statements.Value(account.Id), Statements.Value(account.OrganisationId),
            Statements.Value(account.SecurityStamp), Statements.Value(byLink), Statements.Value(now),
            Statements.Value(now + Longest));
        await _database.Execute("delete from accounts.sessions where ends_at < $1", Statements.Value(now));
        return id;
    }

    public Task<Session?> Find(Guid id) => _fresh.Get(id);

    public async Task End(Guid id)
    {
        await _database.Execute("delete from accounts.sessions where session_id = $1", Statements.Value(id));
        _fresh.Forget(id);
    }

    /// <summary>What this host remembers of rights is read again: after a change made here.</summary>
    public void Refresh() => _fresh.ForgetAll();

    private async Task<Session?> Read(Guid id)
    {
        var rows = await _database.List(
            """
            select s.account_id, s.organisation_id, s.by_link, s.started_at, r.role, r.event_id
            from accounts.sessions s
            join accounts.credentials c on c.account_id = s.account_id and c.security_stamp = s.security_stamp
            join accounts.members m on m.member_id = s.account_id
            left join accounts.rights r on r.member_id = s.account_id
            where s.session_id = $1 and s.ends_at > $2
            """,
            row => (Account: row.GetGuid(0), Organisation: row.GetGuid(1), ByLink: row.GetBoolean(2),
                StartedAt: row.GetFieldValue<DateTimeOffset>(3),
                Right: row.IsDBNull(4) ? null : new Right(Enum.Parse<Role>(row.GetString(4)), row.Maybe<Guid>(5))),
            Statements.Value(id), Statements.Value(_clock.GetUtcNow()));
        if (rows.Count == 0) return null;
        var rights = new Rights(
            Claims.PersonKind, rows[0].Account, rows[0].Organisation, [.. rows.Select(row => row.Right).OfType<Right>()],
            Session: id);
        return new(rights, rows[0].ByLink, rows[0].StartedAt);
    }
}
