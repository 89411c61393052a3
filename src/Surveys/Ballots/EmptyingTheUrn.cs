using System.Security.Cryptography;
using EventOps.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace EventOps.Surveys.Ballots;

/// <summary>
/// Turns waiting ballots into responses, many at a time. Each time all responses of the survey are written anew, in an order drawn by
/// lot, under new random ids, in one transaction: neither order nor id nor transaction tells which came when.
/// </summary>
public sealed class EmptyingTheUrn(NpgsqlDataSource database, UrnKey key, UrnKeyOfDatabase keys)
{
    /// <summary>Fewer ballots than these are not mixed in while the survey runs.</summary>
    public const int FewestAtOnce = 10;

    // An urn whose first answer is on its way has a row that nobody sees yet: only a second insert of it waits for that answer.
    private const string Hold = """
        insert into surveys.urns as urn (survey_id) values ($1)
        on conflict (survey_id) do update set taken = urn.taken
        """;

    // A look that takes nothing out reads no answer and writes nothing.
    private const string IsEnough = """
        select count(*) >= greatest($2, (select count(*) from surveys.responses where survey_id = $1) / 10)
        from surveys.urn where survey_id = $1
        """;

    /// <summary>Empties the urn if enough ballots wait; at the end of a survey, whatever is there. Says how many it took out.</summary>
    public async Task<int> Empty(Guid surveyId, bool ended, CancellationToken ct)
    {
        if (!await keys.IsOurs(ct) || (!ended && !await EnoughWait(surveyId, ct))) return 0;
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Execute(connection, Hold, surveyId, ct);
        var waiting = await Read(connection, "select ballot from surveys.urn where survey_id = $1", surveyId,
            row => Ballot.Read(SealedBallot.Open(key, surveyId, row.GetFieldValue<byte[]>(0))), ct);
        if (waiting.Count == 0 || (!ended && waiting.Count < FewestAtOnce)) return 0; // another host was quicker

        var responses = await Read(connection, "select answers from surveys.responses where survey_id = $1", surveyId,
            row => row.GetFieldValue<int?[]>(0), ct);
        var texts = await Read(connection, "select question_id, words, shown, theme from surveys.texts where survey_id = $1", surveyId,
            row => (Question: row.GetGuid(0), Words: row.GetString(1), Shown: row.GetBoolean(2), Theme: row.IsDBNull(3) ? null : row.GetString(3)), ct);
        responses.AddRange(waiting.Select(response => response.Answers.ToArray()));
        texts.AddRange(
            waiting.SelectMany(response => response.Texts).Select(text => (text.QuestionId, text.Words, false, (string?)null)));
        foreach (var table in (string[])["urn", "responses", "texts"])
            await Execute(connection, $"delete from surveys.{table} where survey_id = $1", surveyId, ct);
        await WriteResponses(connection, surveyId, Shuffled(responses), ct);
        await WriteTexts(connection, surveyId, Shuffled(texts), ct);
        await transaction.CommitAsync(ct);
        await Forget(ct);
        return waiting.Count;
    }

    private async Task<bool> EnoughWait(Guid surveyId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(IsEnough);
        command.Parameters.Add(Statements.Value(surveyId));
        command.Parameters.Add(Statements.Value(FewestAtOnce));
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static T[] Shuffled<T>(List<T> rows)
    {
        var mixed = rows.ToArray();
        RandomNumberGenerator.Shuffle<T>(mixed);
        return mixed;
    }

    private static async Task WriteResponses(NpgsqlConnection connection, Guid surveyId, int?[][] responses, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy surveys.responses (response_id, survey_id, answers) from stdin (format binary)", ct);
        foreach (var answers in responses)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(Guid.NewGuid(), ct);
            await copy.WriteAsync(surveyId, ct);
            await copy.WriteAsync(answers, NpgsqlDbType.Array | NpgsqlDbType.Integer, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private static async Task WriteTexts(
        NpgsqlConnection connection, Guid surveyId, (Guid Question, string Words, bool Shown, string? Theme)[] texts,
        CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy surveys.texts (text_id, survey_id, question_id, words, shown, theme) from stdin (format binary)", ct);
        foreach (var (question, words, shown, theme) in texts)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(Guid.NewGuid(), ct);
            await copy.WriteAsync(surveyId, ct);
            await copy.WriteAsync(question, ct);
            await copy.WriteAsync(words, ct);
            await copy.WriteAsync(shown, ct);
            if (theme is null) await copy.WriteNullAsync(ct);
            else await copy.WriteAsync(theme, ct);
        }

        await copy.CompleteAsync(ct);
    }

    // The rows of before lie in the table's pages until they are cleared away.
    private async Task Forget(CancellationToken ct)
    {
        foreach (var table in (string[])["urn", "responses", "texts"])
        {
            await using var command = database.CreateCommand($"vacuum surveys.{table}");
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task<List<T>> Read<T>(
        NpgsqlConnection connection, string sql, Guid surveyId, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { Statements.Value(surveyId) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(row(reader));
        return rows;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, Guid surveyId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { Statements.Value(surveyId) } };
        await command.ExecuteNonQueryAsync(ct);
    }
}
