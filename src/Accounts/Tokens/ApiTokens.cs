using EventOps.Accounts.Authorising;
using EventOps.Accounts.Links;
using EventOps.Accounts.Members;
using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Accounts.Tokens;

/// <summary>A token of the JSON API as its organisers see it; the token itself was shown once.</summary>
public sealed record ApiToken(
    Guid Id, string Name, Right Right, DateTimeOffset CreatedAt, DateTimeOffset EndsAt, DateTimeOffset? RevokedAt,
    DateOnly? LastUsedOn);

/// <summary>Bearer tokens for /api/v1: <c>eo_</c> and 256 random bits, one role, at most one event, always with an end.</summary>
public sealed class ApiTokens
{
    public const string Prefix = "eo_";

    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _clock;
    private readonly Fresh<string, Rights> _fresh;

    public ApiTokens(NpgsqlDataSource database, TimeProvider clock) =>
        (_database, _clock, _fresh) = (database, clock, new(clock, Read));

    /// <summary>Makes a token and returns it: the only time it can be seen.</summary>
    /// <exception cref="ArgumentException">A scanner without event, or an organiser with one.</exception>
    public async Task<string> Create(
        Role role, Guid? eventId, string name, DateTimeOffset expires, Guid? organisation = null)
    {
        if (!new Right(role, eventId).HasReach)
            throw new ArgumentException("A scanner's token has an event, an organiser's none.", nameof(eventId));
        var token = Prefix + Secret.New();
        await _database.Execute(
            """
            insert into accounts.api_tokens (token_id, organisation_id, hash, role, event_id, name, created_at, ends_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            Statements.Value(Guid.NewGuid()), Statements.Value(organisation ?? Organisations.First),
            Statements.Value(Secret.Hash(token)), Statements.Value(role.ToString()), Statements.Value(eventId),
            Statements.Value(name), Statements.Value(_clock.GetUtcNow()), Statements.Value(expires));
        return token;
    }

    /// <summary>What a token may do, or null for one that is unknown, over or revoked.</summary>
    public Task<Rights?> Find(string token) =>
        token.Length == Prefix.Length + 43 && token.StartsWith(Prefix, StringComparison.Ordinal)
        ? _fresh.Get(Convert.ToHexString(Secret.Hash(token)))
        : Task.FromResult<Rights?>(null);

    /// <summary>All tokens of an organisation, the newest first.</summary>
    public Task<List<ApiToken>> Of(Guid organisation) => _database.List(
        """
        select token_id, name, role, event_id, created_at, ends_at, revoked_at, last_used_on
        from accounts.api_tokens where organisation_id = $1 order by created_at desc
        """,
        row => new ApiToken(
            row.GetGuid(0), row.GetString(1), new(Enum.Parse<Role>(row.GetString(2)), row.Maybe<Guid>(3)),
            row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<DateTimeOffset>(5), row.Maybe<DateTimeOffset>(6),
            row.Maybe<DateOnly>(7)),
        Statements.Value(organisation));

    /// <summary>Ends a token now; false where the organisation has none of that id.</summary>
    public async Task<bool> Revoke(Guid organisation, Guid id)
    {
        var revoked = await _database.Execute(
            "update accounts.api_tokens set revoked_at = coalesce(revoked_at, $3) where organisation_id = $1 and token_id = $2",
            Statements.Value(organisation), Statements.Value(id), Statements.Value(_clock.GetUtcNow()));
        _fresh.ForgetAll();
        return revoked == 1;
    }

    private async Task<Rights?> Read(string hash)
    {
        var now = _clock.GetUtcNow();
        var found = await _database.First(
            """
            select token_id, organisation_id, role, event_id, last_used_on from accounts.api_tokens
            where hash = $1 and revoked_at is null and ends_at > $2
            """,
            row => (LastUsed: row.Maybe<DateOnly>(4), Rights: new Rights(
                Claims.TokenKind, row.GetGuid(0), row.GetGuid(1), [new(Enum.Parse<Role>(row.GetString(2)), row.Maybe<Guid>(3))])),
            Statements.Value(Convert.FromHexString(hash)), Statements.Value(now));
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (found.Rights is not null && found.LastUsed != today) // the day is enough, and spares a write per request
        {
            await _database.Execute(
                "update accounts.api_tokens set last_used_on = $2 where token_id = $1",
                Statements.Value(found.Rights.Actor), Statements.Value(today));
        }

        return found.Rights;
    }
}
