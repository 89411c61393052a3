using EventOps.Barcamp.Entering;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Interest;

/// <summary>
/// One person, one star a proposal: a row under a unique key, never a counter, and no event, so that it can go for good. The
/// person's row is locked first, so that a budget holds under any race.
/// </summary>
public sealed class Stars(NpgsqlDataSource database, BarcampLinks links, TimeProvider clock)
{
    /// <summary>What became of a wish for a star.</summary>
    public enum Answer
    {
        /// <summary>It stands as wished, also if it did before.</summary>
        Done,

        /// <summary>All stars of this person are given.</summary>
        BudgetSpent,
    }

    /// <summary>Gives or takes back a star.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="proposalId">What is starred; of merged proposals each keeps its own stars.</param>
    /// <param name="ticketId">Whose star it is.</param>
    /// <param name="give">False takes it back.</param>
    /// <param name="budget">How many stars a person has; null for any number.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<Answer> Set(Guid eventId, Guid proposalId, Guid ticketId, bool give, int? budget, CancellationToken ct)
    {
        var voter = await links.Voter(eventId, ticketId, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Execute(
            connection, "insert into barcamp.voters (event_id, voter) values ($1, $2) on conflict do nothing", ct, Event(),
            Voter());
        await Execute(
            connection, "select from barcamp.voters where event_id = $1 and voter = $2 for update", ct, Event(), Voter());
        var given = true;
        if (give)
        {
            given = await Execute(connection, """
                insert into barcamp.stars (proposal_id, voter, event_id, given_at)
                select $3, $2, $1, $4 where $5::int is null
                  or (select count(*) from barcamp.stars where event_id = $1 and voter = $2 and proposal_id <> $3) < $5
                on conflict do nothing
                """, ct, Event(), Voter(), Proposal(), Statements.Value(clock.GetUtcNow()), Statements.Value(budget)) > 0
                || await Stands(connection, ct, Proposal(), Voter());
        }
        else
        {
            await Execute(connection, "delete from barcamp.stars where proposal_id = $1 and voter = $2", ct, Proposal(), Voter());
        }

        await Execute(connection, "select pg_notify('eventops', $1)", ct, Statements.Value(StarCounts.Topic));
        await transaction.CommitAsync(ct);
        return given ? Answer.Done : Answer.BudgetSpent;

        NpgsqlParameter Event() => Statements.Value(eventId);
        NpgsqlParameter Voter() => Statements.Value(voter);
        NpgsqlParameter Proposal() => Statements.Value(proposalId);
    }

    /// <summary>The proposals that a person starred; of one that became part of another, that other.</summary>
    public async Task<HashSet<Guid>> Of(Guid eventId, Guid ticketId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select coalesce(p.into_id, s.proposal_id) from barcamp.stars s left join barcamp.proposals p on p.proposal_id = s.proposal_id
            where s.event_id = $1 and s.voter = $2
            """);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(Statements.Value(await links.Voter(eventId, ticketId, ct)));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var starred = new HashSet<Guid>();
        while (await reader.ReadAsync(ct))
            starred.Add(reader.GetGuid(0));
        return starred;
    }

    private static async Task<int> Execute(
        NpgsqlConnection connection, string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<bool> Stands(NpgsqlConnection connection, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(
            "select true from barcamp.stars where proposal_id = $1 and voter = $2", connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
