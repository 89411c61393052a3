using EventOps.Surveys.Ballots;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Answering;

/// <summary>The pages of a survey, one after the other. Nothing is stored before the last button.</summary>
public static class AnswerSurvey
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("survey/{id:guid}", Show);
        open.MapPost("survey/{id:guid}", Turn).WithFormOptions(valueCountLimit: AnswerForm.MostFields);
        open.MapGet("survey/{id:guid}/thanks", async (AtSurveys at, Guid id, HttpContext http, CancellationToken ct) =>
            await AtSurvey.Find(at, id, http, ct) is { } survey ? PageAnswers.Own<ThanksPage>(http, new { Survey = survey }) : PageAnswers.NotFound());
    }

    private static async Task<IResult> Show(AtSurveys at, Guid id, HttpContext http, CancellationToken ct)
    {
        if (await AtSurvey.Find(at, id, http, ct) is not { } survey) return PageAnswers.NotFound();
        if (Closed(survey, http) is { } closed) return closed;
        var asked = Branching.Asked(survey.Survey.Questions, Answers.None, survey.Who?.TicketTypeId);
        return await Page(
            survey, AnswerForm.Empty, Answers.None, Progress.PagesOf(asked) is [var first, ..] ? first : 1, [], [], http);
    }

    private static async Task<IResult> Turn(
        AtSurveys at, Guid id, IFormCollection typed, HttpContext http, TakeAnswer take, CancellationToken ct)
    {
        if (await AtSurvey.Find(at, id, http, ct) is not { } survey) return PageAnswers.NotFound();
        if (Closed(survey, http) is { } closed) return closed;
        var form = AnswerForm.Of(typed);
        var answers = form.Read(survey.Survey.Questions);
        var asked = Branching.Asked(survey.Survey.Questions, answers, survey.Who?.TicketTypeId);
        var pages = Progress.PagesOf(asked);
        var page = int.TryParse(typed["page"], out var number) ? number : 1;
        if (typed["go"] == "back")
            return await Page(
                survey, form, answers, pages.LastOrDefault(other => other < page, pages.FirstOrDefault(1)), [], Reminded(typed),
                http);

        var errors = AnswerCheck.Of(asked.Where(question => question.Page == page), form, answers, Reminded(typed));
        if (errors.Any)
        {
            var now = Reminded(typed).Concat(Left(asked, answers, page)).ToHashSet();
            return await Page(survey, form, answers, page, errors, now, http, StatusCodes.Status422UnprocessableEntity);
        }

        if (pages.FirstOrDefault(other => other > page) is var next and > 0)
            return await Page(survey, form, answers, next, [], Reminded(typed), http);
        return survey.Access == Access.Preview
            ? PageAnswers.Own<ThanksPage>(http, new { Survey = survey })
            : await take.Of(survey, answers, http, ct);
    }

    private static IResult? Closed(AtSurvey survey, HttpContext http) => survey.Access switch
    {
        Access.Asked or Access.Preview => null,
        Access.NeedsLink or Access.NotMeant => PageAnswers.Own<NoAnswerPage>(
            http, new { Survey = survey }, StatusCodes.Status403Forbidden),
        Access.NoUrn => PageAnswers.Own<NoAnswerPage>(http, new { Survey = survey }, StatusCodes.Status503ServiceUnavailable),
        _ => PageAnswers.Own<NoAnswerPage>(http, new { Survey = survey }),
    };

    private static async Task<IResult> Page(
        AtSurvey survey, AnswerForm form, Answers answers, int page, FormErrors errors, HashSet<Guid> reminded, HttpContext http,
        int status = 200)
    {
        var unseen = survey is { IsAnonymous: true, Who: not null, Access: Access.Asked, Survey.Terms.Audience: not Audience.Public };
        var modulus = unseen
            ? Convert.ToHexStringLower(await http.RequestServices.GetRequiredService<BallotPapers>().ModulusOf(survey.Id, http.RequestAborted)) : null;
        return PageAnswers.Own<SurveyPage>(
            http,
            new { Survey = survey, Form = form, Given = answers, Number = page, Errors = errors, Reminded = reminded, Modulus = modulus },
            status);
    }

    private static HashSet<Guid> Reminded(IFormCollection typed) =>
        [.. typed["reminded"].Select(value => Guid.TryParse(value, out var question) ? question : Guid.Empty)];

    private static IEnumerable<Guid> Left(IReadOnlyList<Question> asked, Answers answers, int page) => asked
        .Where(question => question.Page == page && question.Need == Need.Wished && answers.Of(question.Id) is null)
        .Select(question => question.Id);
}
