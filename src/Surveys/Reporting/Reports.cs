using EventOps.EventStore;
using EventOps.Surveys.Inviting;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.SmallGroups;
using Npgsql;

namespace EventOps.Surveys.Reporting;

/// <summary>Gathers what a report is made from.</summary>
public sealed class Reports(NpgsqlDataSource database, IEventStore store, ResponseReading reading, Invited invited)
{
    public async Task<Report> Of(Guid surveyId, Questionnaire survey, Threshold threshold, CancellationToken ct)
    {
        var responses = await reading.Of(surveyId, survey.Layout.Slots.Count, ct);
        return new ReportMaking(
            survey, responses, await Population(surveyId, survey, responses.Responses, ct), threshold,
            (await Texts(surveyId, ct)).ToLookup(text => text.QuestionId), await Merges(surveyId, ct)).Make();
    }

    /// <summary>The report of the edition before, for trends; null where there is none.</summary>
    public async Task<Report?> Before(Questionnaire survey, Threshold threshold, CancellationToken ct)
    {
        if (survey.Terms.PreviousId is not { } id) return null;
        var (before, _) = await store.Load(Questionnaire.Stream(id), Questionnaire.Decider, ct);
        return before.Stage == SurveyStage.Missing ? null : await Of(id, before, threshold, ct);
    }

    public async Task<IReadOnlyList<TextRow>> Texts(Guid surveyId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select text_id, question_id, words, shown from surveys.texts where survey_id = $1 order by text_id");
        command.Parameters.Add(Statements.Value(surveyId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var texts = new List<TextRow>();
        while (await reader.ReadAsync(ct))
            texts.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetBoolean(3)));
        return texts;
    }

    /// <summary>Themes that somebody united by hand, by question.</summary>
    public async Task<ILookup<Guid, (string From, string Into)>> Merges(Guid surveyId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select question_id, theme, into_theme from surveys.theme_merges where survey_id = $1");
        command.Parameters.Add(Statements.Value(surveyId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var merges = new List<(Guid Question, string From, string Into)>();
        while (await reader.ReadAsync(ct))
            merges.Add((reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        return merges.ToLookup(merge => merge.Question, merge => (merge.From, merge.Into));
    }

    // Of a survey for everybody nobody knows how many could have answered.
    private async Task<int?> Population(Guid surveyId, Questionnaire survey, int responses, CancellationToken ct)
    {
        if (survey.Terms.Audience == Audience.Public) return null;
        var asked = (int)(await invited.Figures(surveyId, survey, ct)).Asked;
        return asked >= responses && asked > 0 ? asked : null;
    }
}
