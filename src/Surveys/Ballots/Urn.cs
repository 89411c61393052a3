using EventOps.EventStore;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Responses;
using Npgsql;

namespace EventOps.Surveys.Ballots;

/// <summary>What became of an answer that was handed in.</summary>
public enum Deposit
{
    Taken,

    /// <summary>This serial has answered before.</summary>
    Spent,

    /// <summary>As many answers as wished are there.</summary>
    Full,

    /// <summary>The survey has ended.</summary>
    Over,
}

/// <summary>
/// Takes anonymous answers: sealed, under a random id, without a time, in a transaction that holds nothing else. What makes a second
/// answer impossible is the serial's unique key, not the event of the redeemed invitation.
/// </summary>
public sealed class Urn(NpgsqlDataSource database, UrnKey key)
{
    // Looks at the survey while the urn is held: an answer after its end would stand alone in a report that was read already.
    private const string Spend = """
        insert into surveys.spent (survey_id, serial)
        select survey_id, $2 from surveys.surveys where survey_id = $1 and stage = 'open'
        on conflict do nothing
        """;

    public async Task<Deposit> Put(Guid surveyId, Questionnaire survey, byte[] serial, Response response, CancellationToken ct)
    {
        var ballot = SealedBallot.Seal(key.Public, surveyId, Ballot.Write(response, Ballot.LengthFor(survey)));
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Execute(
            connection, "insert into surveys.urns (survey_id) values ($1) on conflict do nothing", ct,
            Statements.Value(surveyId));
        // The row is held until the end: whoever empties the urn, or takes the last place, has it alone.
        if (await Execute(connection, "update surveys.urns set taken = taken + 1 where survey_id = $1 and (taken < $2 or $2 = 0)", ct,
                Statements.Value(surveyId), Statements.Value(survey.Terms.MostAnswers ?? 0)) == 0)
        {
            return await IsSpent(connection, surveyId, serial, ct) ? Deposit.Spent : Deposit.Full;
        }

        if (await Execute(connection, Spend, ct, Statements.Value(surveyId), Statements.Value(serial)) == 0)
            return await IsSpent(connection, surveyId, serial, ct) ? Deposit.Spent : Deposit.Over;

        await Execute(connection, "insert into surveys.urn (ballot_id, survey_id, ballot) values ($1, $2, $3)", ct,
            Statements.Value(Guid.NewGuid()), Statements.Value(surveyId), Statements.Value(ballot));
        await transaction.CommitAsync(ct);
        return Deposit.Taken;
    }

    public async Task<bool> HasSpent(Guid surveyId, byte[] serial, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await IsSpent(connection, surveyId, serial, ct);
    }

    private static async Task<bool> IsSpent(NpgsqlConnection connection, Guid surveyId, byte[] serial, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select exists (select from surveys.spent where survey_id = $1 and serial = $2)", connection)
        {
            Parameters = { Statements.Value(surveyId), Statements.Value(serial) },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<int> Execute(
        NpgsqlConnection connection, string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(ct);
    }
}
