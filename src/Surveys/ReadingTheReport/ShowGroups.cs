using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Surveys.ReadingTheReport;

/// <summary>The staff's report parted: one question by the answers to another, or one group alone.</summary>
public static class ShowGroups
{
    public static async Task<IResult> By(
        AtSurveys at, Guid id, Questionnaire survey, string by, HttpContext http, ResponseReading reading, CancellationToken ct)
    {
        if (!Guid.TryParse(by, out var key) || survey.Question(key) is not { Kind: QuestionKind.SingleChoice } question)
            return PageAnswers.NotFound();
        var responses = await reading.Of(id, survey.Layout.Slots.Count, ct);
        var crossed = Threshold.MayReport(responses.Responses)
            ? CrossTabulation.Of(survey, responses, Groups.Of(survey, responses, Threshold.Inside), question, Threshold.Inside)
            : new(question, []);
        return PageAnswers.Own<CrossPage>(http, new { At = at, Id = id, Survey = survey, Crossed = crossed });
    }

    public static async Task<IResult> Filtered(
        AtSurveys at, Guid id, Questionnaire survey, HttpContext http, ResponseReading reading, CancellationToken ct)
    {
        var responses = await reading.Of(id, survey.Layout.Slots.Count, ct);
        var enough = Threshold.MayReport(responses.Responses);
        var groups = Groups.Of(survey, enough ? responses : ResponseTable.Empty, Threshold.Inside);
        var chosen = Chosen.Of(groups, http.Request.Query["filter"]);
        var report = enough && chosen is { Refusal: null, Conditions.Count: > 0 }
            ? FilteredReport.Of(survey, responses, groups, chosen.Conditions) : null;
        return PageAnswers.Own<FilteredPage>(http,
            new { At = at, Id = id, Groups = groups, Chosen = chosen, Report = report, Survey = survey });
    }
}
