using EventOps.EventStore;
using Npgsql;

namespace EventOps.Surveys.Ballots;

/// <summary>
/// Whether this host's urn key is the one of the installation. With another one the same person would have two serials: such a host takes
/// no anonymous answers and empties no urn until it is given the right file.
/// </summary>
public sealed class UrnKeyOfDatabase(NpgsqlDataSource database, UrnKey key)
{
    private bool _isOurs;

    public async ValueTask<bool> IsOurs(CancellationToken ct = default)
    {
        if (_isOurs) return true;
        // Whoever waited for another's insert has a snapshot from before it, and sees no key at all: only then it looks again.
        return _isOurs = await AskOnce(ct) ?? await AskOnce(ct) ?? false;
    }

    private async Task<bool?> AskOnce(CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            with first as (insert into surveys.urn_key (public_key) values ($1) on conflict do nothing returning public_key)
            select public_key = $1 from first union all select public_key = $1 from surveys.urn_key limit 1
            """);
        command.Parameters.Add(Statements.Value(key.Public));
        return await command.ExecuteScalarAsync(ct) as bool?;
    }
}
