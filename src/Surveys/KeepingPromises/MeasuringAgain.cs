using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Commitments;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reading;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;

namespace EventOps.Surveys.KeepingPromises;

/// <summary>What the next edition said to the same question.</summary>
/// <param name="Edition">The title of its survey.</param>
/// <param name="Change">Now, then, and how sure the difference is.</param>
/// <param name="Reworded">The question has other words by now.</param>
public sealed record MeasuredAgain(LocalizedText Edition, Change Change, bool Reworded);

/// <summary>Looks whether a promise has moved anything: the same question in the next survey whose report is public.</summary>
public sealed class MeasuringAgain(SurveyRows rows, Reports reports, IEventStore store, TimeProvider clock)
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, (Report Now, Report? Then, long At)> _known = new();

    /// <summary>Null where nothing was measured again, or nothing may be said.</summary>
    public async Task<MeasuredAgain?> Of(Finding finding, CancellationToken ct)
    {
        if (await rows.Following(finding.SurveyId, ct) is not [var next, ..]) return null;
        var (now, then) = await ReportsOf(next.Id, ct);
        if (now.Questions.FirstOrDefault(question => question.Question.Lineage == finding.Lineage) is not { } question
            || LineageComparison.Of(question, then) is not { } comparison) return null;
        // A promise about a rating may cite its mean; what is compared is a share that was never published then.
        if (then is not { Survey.IsPublic: true } && question.Question.Kind == QuestionKind.Rating) return null;
        return comparison.Changes.FirstOrDefault(change => change.Line?.Code == finding.Line) is { } change
            ? new(next.Title, change, comparison.Reworded) : null;
    }

    private async Task<(Report Now, Report? Then)> ReportsOf(Guid survey, CancellationToken ct)
    {
        if (_known.TryGetValue(survey, out var known) && clock.GetElapsedTime(known.At) < s_maxAge)
            return (known.Now, known.Then);
        var (state, _) = await store.Load(Questionnaire.Stream(survey), Questionnaire.Decider, ct);
        var now = await reports.Of(survey, state, Threshold.OpenData, ct);
        var then = await reports.Before(state, Threshold.OpenData, ct);
        _known[survey] = (now, then, clock.GetTimestamp());
        return (now, then);
    }
}
