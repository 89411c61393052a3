using EventOps.EventStore;
using EventOps.Surveys.Responses;
using Npgsql;

namespace EventOps.Surveys.Ballots;

/// <summary>Takes answers of named surveys: one for a ticket, with its number beside it.</summary>
public sealed class NamedResponses(NpgsqlDataSource database)
{
    public async Task<Deposit> Put(Guid surveyId, Guid ticketId, int? most, Response response, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.Add("insert into surveys.urns (survey_id) values ($1) on conflict do nothing", Statements.Value(surveyId));
        batch.Add(
            """
            with place as (
              update surveys.urns set taken = taken + 1 where survey_id = $1 and (taken < $2 or $2 = 0)
                and exists (select from surveys.surveys where survey_id = $1 and stage = 'open') returning 1)
            insert into surveys.responses (response_id, survey_id, ticket_id, answers)
            select $3, $1, $4, $5 from place on conflict do nothing
            """,
            Statements.Value(surveyId), Statements.Value(most ?? 0), Statements.Value(Guid.NewGuid()), Statements.Value(ticketId),
            Statements.Value(response.Answers.ToArray()));
        await batch.ExecuteNonQueryAsync(ct);
        if (batch.BatchCommands[1].RecordsAffected == 0)
        {
            await transaction.RollbackAsync(ct);
            return await Has(connection, surveyId, ticketId, ct) ? Deposit.Spent : Deposit.Full;
        }

        await using var texts = new NpgsqlBatch(connection);
        foreach (var (question, words) in response.Texts)
        {
            texts.Add(
                "insert into surveys.texts (text_id, survey_id, question_id, ticket_id, words) values ($1, $2, $3, $4, $5)",
                Statements.Value(Guid.NewGuid()), Statements.Value(surveyId), Statements.Value(question),
                Statements.Value(ticketId), Statements.Value(words));
        }

        if (response.Texts.Count > 0) await texts.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return Deposit.Taken;
    }

    public async Task<bool> Has(Guid surveyId, Guid ticketId, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await Has(connection, surveyId, ticketId, ct);
    }

    // On the caller's own connection: twenty that each wait for a second one would wait for each other.
    private static async Task<bool> Has(NpgsqlConnection connection, Guid surveyId, Guid ticketId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select exists (select from surveys.responses where survey_id = $1 and ticket_id = $2)", connection)
        {
            Parameters = { Statements.Value(surveyId), Statements.Value(ticketId) },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
