using EventOps.EventStore;
using EventOps.Surveys.FreeTexts;
using EventOps.Surveys.SmallGroups;
using Npgsql;

namespace EventOps.Surveys.ReadingTexts;

/// <summary>The texts or themes have changed since the page was read: ballots came in, and every text has a new id.</summary>
public sealed record TextsHaveChanged : Refusal;

/// <summary>What organisers decide about texts: which are shown, in which words, and which themes are one.</summary>
public sealed class OwnWords(NpgsqlDataSource database)
{
    /// <summary>With few answers the texts would tell who wrote them.</summary>
    public async Task<bool> MayBeRead(Guid surveyId, CancellationToken ct)
    {
        await using var command = Command("select count(*)::int from surveys.responses where survey_id = $1",
            Statements.Value(surveyId));
        return Threshold.MayReport((int)(await command.ExecuteScalarAsync(ct))!);
    }

    /// <summary>Shows a text in reports; blanked, its marked places are taken out of the words that are kept.</summary>
    public async Task<Refusal?> Show(Guid surveyId, Guid textId, bool blanked, CancellationToken ct)
    {
        await using var read = Command(
            "select words from surveys.texts where survey_id = $1 and text_id = $2", Statements.Value(surveyId),
            Statements.Value(textId));
        if (await read.ExecuteScalarAsync(ct) is not string words) return new TextsHaveChanged();
        return await Execute(
            "update surveys.texts set shown = true, words = $3 where survey_id = $1 and text_id = $2", ct,
            Statements.Value(surveyId), Statements.Value(textId), Statements.Value(blanked ? Redaction.Blank(words) : words));
    }

    public Task<Refusal?> Hide(Guid surveyId, Guid textId, CancellationToken ct) => Execute(
        "update surveys.texts set shown = false where survey_id = $1 and text_id = $2", ct, Statements.Value(surveyId),
        Statements.Value(textId));

    /// <summary>Counts the texts of one theme to another from now on.</summary>
    public Task<Refusal?> Merge(Guid surveyId, Guid questionId, string theme, string into, CancellationToken ct) => Execute(
        """
        insert into surveys.theme_merges (survey_id, question_id, theme, into_theme) values ($1, $2, $3, $4)
        on conflict (survey_id, question_id, theme) do update set into_theme = excluded.into_theme
        """,
        ct, Statements.Value(surveyId), Statements.Value(questionId), Statements.Value(theme), Statements.Value(into));

    /// <summary>Lets a merged theme stand for itself again.</summary>
    public Task<Refusal?> Part(Guid surveyId, Guid questionId, string theme, CancellationToken ct) => Execute(
        "delete from surveys.theme_merges where survey_id = $1 and question_id = $2 and theme = $3", ct,
        Statements.Value(surveyId), Statements.Value(questionId), Statements.Value(theme));

    private async Task<Refusal?> Execute(string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(ct) == 0 ? new TextsHaveChanged() : null;
    }

    private NpgsqlCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }
}
