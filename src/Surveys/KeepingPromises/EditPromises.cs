using EventOps.EventStore;
using EventOps.Surveys.Commitments;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.KeepingPromises;

/// <summary>The organiser's promises: where each stands, and their order.</summary>
public static class EditPromises
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("promises/edit", async (AtSurveys at, HttpContext http, CommitmentRows rows, CancellationToken ct) =>
            PageAnswers.Own<EditPromisesPage>(http, new { At = at, All = await rows.OfEvent(at.Event.Id, ct) }));
        organisers.MapGet("promises/{id:guid}", async (
            AtSurveys at, Guid id, HttpContext http, CommitmentRows rows, CancellationToken ct) =>
            await Find(at, id, rows, ct) is { } found
                ? Show(at, found, PromiseForm.Standing(found.Pledge), http, 200) : PageAnswers.NotFound());
        organisers.MapPost("promises/{id:guid}", Save);
        organisers.MapPost("promises/{id:guid}/move", Move);
    }

    private static async Task<IResult> Save(
        AtSurveys at, Guid id, IFormCollection typed, HttpContext http, CommitmentRows rows, IEventStore store,
        TimeProvider clock, CancellationToken ct)
    {
        if (await Find(at, id, rows, ct) is not { } found) return PageAnswers.NotFound();
        var form = TypedForm.Of(PromiseForm.Name, typed);
        var pledge = PromiseForm.Read(form);
        if (form.Fits)
        {
            var outcome = await store.Handle(new Work().By(at.Metadata).On(
                Commitment.Stream(id), Commitment.Decider, new ChangePledge(pledge, clock.GetUtcNow())), ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther($"{at.Url}/promises/edit#p-{id}");
            form.Refused("reason.de", outcome.Refusal, Texts.Of);
        }

        return Show(at, found, form, http, 422);
    }

    // All get their place anew: two that were made at once have the same.
    private static async Task<IResult> Move(
        AtSurveys at, Guid id, IFormCollection typed, CommitmentRows rows, IEventStore store, CancellationToken ct)
    {
        var order = (await rows.OfEvent(at.Event.Id, ct)).Select(one => one.Id).ToList();
        var from = order.IndexOf(id);
        if (from < 0) return PageAnswers.NotFound();
        var to = Math.Clamp(from + (typed["by"] == "up" ? -1 : 1), 0, order.Count - 1);
        (order[from], order[to]) = (order[to], order[from]);
        var work = new Work().By(at.Metadata);
        for (var place = 0; place < order.Count; place++)
            work.On(Commitment.Stream(order[place]), Commitment.Decider, new PlaceCommitment(place + 1));
        return (await store.Handle(work, ct)).Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Url}/promises/edit")
            : Results.Extensions.SeeOther($"{at.Url}/promises/edit#p-{id}");
    }

    private static async Task<ShownCommitment?> Find(AtSurveys at, Guid id, CommitmentRows rows, CancellationToken ct) =>
        await rows.Shown(id, ct) is { Commitment.Finding: not null } found && found.Commitment.EventId == at.Event.Id
            ? found : null;

    private static IResult Show(AtSurveys at, ShownCommitment found, TypedForm form, HttpContext http, int status) =>
        PageAnswers.Own<EditPromisePage>(http, new { At = at, Promise = found, Form = form }, status);
}
