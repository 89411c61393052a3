using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Accounts.Links;

/// <summary>What a link is good for; a token of one purpose opens nothing else.</summary>
public enum LinkPurpose
{
    FirstOrganiser,
    Operator,
    Invitation,
    SignIn,
}

/// <summary>Links that work once and not for long. Looking at one does nothing; mail scanners look at every link.</summary>
public sealed class OneTimeLinks(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Makes a link and returns its token, which is stored nowhere.</summary>
    public async Task<string> Create(LinkPurpose purpose, Guid? account, TimeSpan lifetime)
    {
        var (token, now) = (Secret.New(), clock.GetUtcNow());
        await database.Execute("delete from accounts.links where ends_at < $1", Statements.Value(now));
        await database.Execute(
            "insert into accounts.links (hash, organisation_id, purpose, account_id, ends_at) values ($1, $2, $3, $4, $5)",
            Statements.Value(Secret.Hash(token)), Statements.Value(Organisations.First), Statements.Value(purpose.ToString()),
            Statements.Value(account), Statements.Value(now + lifetime));
        return token;
    }

    /// <summary>Whether the token still opens something, and for whom.</summary>
    public Task<Link?> Look(LinkPurpose purpose, string? token) => database.First(
        "select account_id from accounts.links where hash = $1 and purpose = $2 and ends_at > $3", Read,
        Statements.Value(Secret.Hash(token ?? "")), Statements.Value(purpose.ToString()), Statements.Value(clock.GetUtcNow()));

    /// <summary>Uses the token up: one of two callers at the same time gets it.</summary>
    public Task<Link?> Take(LinkPurpose purpose, string? token) => database.First(
        "delete from accounts.links where hash = $1 and purpose = $2 and ends_at > $3 returning account_id", Read,
        Statements.Value(Secret.Hash(token ?? "")), Statements.Value(purpose.ToString()), Statements.Value(clock.GetUtcNow()));

    /// <summary>Ends all links of a purpose, or those of one account.</summary>
    public Task End(LinkPurpose purpose, Guid? account = null) => database.Execute(
        "delete from accounts.links where purpose = $1 and ($2::uuid is null or account_id = $2)",
        Statements.Value(purpose.ToString()), Statements.Value(account));

    private static Link Read(NpgsqlDataReader row) => new(row.Maybe<Guid>(0));

    /// <summary>Whom a link is for; null for the first organiser, who has no account yet.</summary>
    public sealed record Link(Guid? Account);
}
