using System.Globalization;
using EventOps.Surveys.Answering;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Polling;

/// <summary>One answer by phone: a form before the end, the result after it.</summary>
public static class AnswerPoll
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("poll/{id:guid}", async (
            AtSurveys at, Guid id, HttpContext http, PollViews views, Votes votes, Voter voter, CancellationToken ct) =>
        {
            if (await views.Find(id, at.Event.Id, ct) is not { } view) return PageAnswers.NotFound();
            if (view.Poll.Stage == PollStage.Open) voter.Remember(http, id);
            IReadOnlyList<int> standing = voter.Of(http, id) is { } known ? await votes.Of(id, known, ct) : [];
            return Page(at, view, FormOf(view.Question, standing), standing.Count > 0, [], http);
        });
        open.MapPost("poll/{id:guid}", Take);
    }

    private static async Task<IResult> Take(
        AtSurveys at, Guid id, IFormCollection typed, HttpContext http, PollViews views, Votes votes, Voter voter,
        CancellationToken ct)
    {
        if (await views.Find(id, at.Event.Id, ct) is not { } view) return PageAnswers.NotFound();
        if (view.Poll.Stage != PollStage.Open) return Over(at, view, http);
        var form = AnswerForm.Of(typed);
        var answers = form.Read([view.Question]);
        var errors = AnswerCheck.Of([view.Question], form, answers, new HashSet<Guid>());
        if (voter.Of(http, id) is not { } browser)
        {
            voter.Remember(http, id);
            errors.Add(AnswerCheck.Anchor(view.Question), PollTexts.Of["cookies"]);
            return Page(at, view, form, false, errors, http, StatusCodes.Status422UnprocessableEntity);
        }

        if (errors.Any || answers.Of(view.Question.Id) is not { } answer)
            return Page(at, view, form, false, errors, http, StatusCodes.Status422UnprocessableEntity);
        int[] chosen = view.Question.Kind == QuestionKind.MultipleChoice ? [.. answer.Values.Keys] : [.. answer.Values.Values];
        return await votes.Take(id, browser, chosen, ct)
            ? Results.Extensions.SeeOther(view.Url(at))
            : Over(at, await views.Find(id, at.Event.Id, ct) ?? view, http);
    }

    private static IResult Over(AtSurveys at, PollView view, HttpContext http) =>
        Page(at, view, AnswerForm.Empty, false, [], http, StatusCodes.Status409Conflict);

    private static AnswerForm FormOf(Question question, IReadOnlyList<int> chosen) => new(field =>
        field == AnswerForm.Field(question) ? [.. chosen.Select(value => value.ToString(CultureInfo.InvariantCulture))] : []);

    private static IResult Page(
        AtSurveys at, PollView view, AnswerForm form, bool voted, FormErrors errors, HttpContext http, int status = 200) =>
        PageAnswers.Own<PollPage>(http, new { At = at, View = view, Form = form, Voted = voted, Errors = errors }, status);
}
