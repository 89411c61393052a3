using EventOps.EventStore;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Polls;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Polling;

/// <summary>The organiser's polls: plan, change, open, close, drop.</summary>
public static class RunPolls
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        var polls = organisers.MapGroup("polls");
        polls.MapGet("", async (AtSurveys at, HttpContext http, PollViews views, FormKeys keys, CancellationToken ct) =>
            await List(at, PollForm.New(), keys.Issue(), http, views, 200, ct));
        polls.MapPost("", Plan);
        polls.MapGet("{id:guid}", async (
            AtSurveys at, Guid id, HttpContext http, PollViews views, PollClosing closing, PublicUrl url, CancellationToken ct) =>
        {
            if (await views.Find(id, at.Event.Id, ct) is not { } view) return PageAnswers.NotFound();
            if (view.Poll is { Stage: PollStage.Closed, Result: null }) view = await closing.Count(view, ct);
            return Show(at, view, PollForm.Standing(view.Question), url, http, 200);
        });
        polls.MapPost("{id:guid}", Change);
        polls.MapPost("{id:guid}/open", (
            AtSurveys at, Guid id, PollViews views, IEventStore store, TimeProvider clock, CancellationToken ct) =>
            Do(at, id, new OpenPoll(clock.GetUtcNow()), views, store, ct));
        polls.MapPost("{id:guid}/close", Close);
        polls.MapPost("{id:guid}/drop", Drop);
    }

    private static async Task<IResult> Plan(
        AtSurveys at, IFormCollection typed, HttpContext http, PollViews views, IEventStore store, FormKeys keys,
        CancellationToken ct)
    {
        var form = TypedForm.Of(PollForm.Name, typed);
        var id = keys.Read(typed["key"])?.Id ?? Guid.CreateVersion7();
        var question = PollForm.Read(form, id);
        if (!form.Fits) return await List(at, form, keys.Issue(), http, views, 422, ct);
        var outcome = await store.Handle(
            new Work().By(at.Metadata).On(Poll.Stream(id), Poll.Decider, new PlanPoll(at.Event.Id, question)), ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Url}/polls") : Results.Extensions.SeeOther($"{at.Url}/polls/{id}");
    }

    private static async Task<IResult> Change(
        AtSurveys at, Guid id, IFormCollection typed, HttpContext http, PollViews views, IEventStore store, PublicUrl url,
        CancellationToken ct)
    {
        if (await views.Find(id, at.Event.Id, ct) is not { } view) return PageAnswers.NotFound();
        var form = TypedForm.Of(PollForm.Name, typed);
        var question = PollForm.Read(form, view.Question.Id);
        return form.Fits ? await Do(at, id, new ChangePoll(question), views, store, ct) : Show(at, view, form, url, http, 422);
    }

    private static async Task<IResult> Close(
        AtSurveys at, Guid id, PollViews views, IEventStore store, PollClosing closing, TimeProvider clock, CancellationToken ct)
    {
        var closed = await Do(at, id, new ClosePoll(clock.GetUtcNow()), views, store, ct);
        if (await views.Find(id, at.Event.Id, ct) is { Poll.Stage: PollStage.Closed } view) await closing.Count(view, ct);
        return closed;
    }

    // A second click finds no poll any more, and that is what was wanted.
    private static async Task<IResult> Drop(AtSurveys at, Guid id, PollViews views, IEventStore store, CancellationToken ct)
    {
        if (await views.Find(id, at.Event.Id, ct) is null) return Results.Extensions.SeeOther($"{at.Url}/polls");
        var outcome = await store.Handle(
            new Work().By(at.Metadata).On(Poll.Stream(id), Poll.Decider, new DropPoll())
                .Then(commit => commit.Write(new Votes.Dropped(id))), ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Url}/polls/{id}") : Results.Extensions.SeeOther($"{at.Url}/polls");
    }

    private static async Task<IResult> Do(
        AtSurveys at, Guid id, PollCommand command, PollViews views, IEventStore store, CancellationToken ct)
    {
        if (await views.Find(id, at.Event.Id, ct) is null) return PageAnswers.NotFound();
        var outcome = await store.Handle(new Work().By(at.Metadata).On(Poll.Stream(id), Poll.Decider, command), ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Url}/polls/{id}") : Results.Extensions.SeeOther($"{at.Url}/polls/{id}");
    }

    private static async Task<IResult> List(
        AtSurveys at, TypedForm form, string key, HttpContext http, PollViews views, int status, CancellationToken ct) =>
        PageAnswers.Own<PollsPage>(
            http, new { At = at, Form = form, Key = key, Polls = await views.OfEvent(at.Event.Id, ct) }, status);

    private static IResult Show(AtSurveys at, PollView view, TypedForm form, PublicUrl url, HttpContext http, int status) =>
        PageAnswers.Own<PollRunPage>(http, new { At = at, View = view, Form = form, Link = url.Link(view.Url(at)) }, status);
}
