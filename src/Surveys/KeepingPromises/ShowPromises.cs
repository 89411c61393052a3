using EventOps.EventStore;
using EventOps.Surveys.Commitments;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.KeepingPromises;

/// <summary>"You said, we did" for everybody: what is done, what comes, and what is not done and why.</summary>
public static class ShowPromises
{
    public static void Map(IEndpointRouteBuilder open) => open.MapGet("promises", Handle);

    private static async Task<IResult> Handle(
        AtSurveys at, string? status, CommitmentRows rows, MeasuringAgain again, KnownEvents events, IEventStore store,
        CancellationToken ct)
    {
        var all = await rows.ForVisitors(at.Event.Id, ct);
        if (all.Count == 0 && !at.Organises) return PageAnswers.NotFound();
        var wanted = Enum.TryParse<CommitmentStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? known : (CommitmentStatus?)null;
        var shown = new List<PromiseView>();
        foreach (var promise in all.Where(one => wanted is null || one.Pledge.Status == wanted))
        {
            shown.Add(new(
                promise, await Report(at, promise, events, store, ct),
                promise.Pledge.Status == CommitmentStatus.Done ? await again.Of(promise.Finding, ct) : null));
        }

        return new RazorComponentResult<PromisesPage>(new
        {
            At = at,
            Shown = shown,
            Wanted = wanted,
            Counts = all.GroupBy(one => one.Pledge.Status).ToDictionary(group => group.Key, group => group.Count()),
        });
    }

    // The question in its report, where everybody may read that.
    private static async Task<string?> Report(
        AtSurveys at, ShownCommitment promise, KnownEvents events, IEventStore store, CancellationToken ct)
    {
        var finding = promise.Finding;
        var (survey, _) = await store.Load(Questionnaire.Stream(finding.SurveyId), Questionnaire.Decider, ct);
        if (!survey.IsPublic) return null;
        var home = survey.EventId == at.Event.Id ? at.Event : await events.ById(survey.EventId, ct);
        return home is { Published: true }
            ? $"/events/{home.Slug}/survey/{finding.SurveyId}/report#q-{finding.QuestionId:N}" : null;
    }
}

/// <summary>One promise as visitors see it.</summary>
/// <param name="Promise">What was said and what is done.</param>
/// <param name="ReportUrl">Where the figure stands; null where that report is not public.</param>
/// <param name="Again">What the next edition said.</param>
public sealed record PromiseView(ShownCommitment Promise, string? ReportUrl, MeasuredAgain? Again);
