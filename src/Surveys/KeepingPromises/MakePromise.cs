using System.Globalization;
using EventOps.EventStore;
using EventOps.Surveys.BuildingASurvey;
using EventOps.Surveys.Commitments;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reading;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.KeepingPromises;

/// <summary>
/// Makes a promise of a figure of a report. The figure is the public report's, whoever looks, so that it can stand in public.
/// </summary>
public static class MakePromise
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("promises/new", async (
            AtSurveys at, Guid survey, Guid question, HttpContext http, IEventStore store, Reports reports, FormKeys keys,
            CancellationToken ct) =>
            await Find(at, survey, question, store, reports, ct) is { } source
                ? Show(at, source, PromiseForm.New(), keys.Issue(), http, 200) : PageAnswers.NotFound());
        organisers.MapPost("promises/new", Make);
    }

    private static async Task<IResult> Make(
        AtSurveys at, IFormCollection typed, HttpContext http, IEventStore store, Reports reports, CommitmentRows rows,
        FormKeys keys, TimeProvider clock, CancellationToken ct)
    {
        if (!Guid.TryParse(typed["survey"], out var survey) || !Guid.TryParse(typed["question"], out var question)
            || await Find(at, survey, question, store, reports, ct) is not { } source) return PageAnswers.NotFound();
        var form = TypedForm.Of(PromiseForm.Name, typed);
        var pledge = PromiseForm.Read(form);
        var cited = int.TryParse(form["figure"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? source.Figures.ElementAtOrDefault(number) : null;
        if (cited is null) form.Wrong("figure", PromiseTexts.Of["figure.missing"]);
        if (form.Fits)
        {
            var quote = source.Quotes.FirstOrDefault(text => text.Id.ToString() == form["quote"]);
            var finding = new Finding(
                survey, question, source.Question.Lineage, cited!.Line, source.Question.Text, cited.Words, quote?.Id);
            var id = keys.Read(typed["key"])?.Id ?? Guid.CreateVersion7();
            var place = (await rows.OfEvent(at.Event.Id, ct)).Count + 1;
            var outcome = await store.Handle(new Work().By(at.Metadata).On(
                Commitment.Stream(id), Commitment.Decider,
                new MakeCommitment(at.Event.Id, finding, pledge, place, clock.GetUtcNow())), ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther($"{at.Url}/promises/edit");
            form.Refused(outcome.Refusal is ReasonMissing ? "reason.de" : "figure", outcome.Refusal, Texts.Of);
        }

        return Show(at, source, form, typed["key"].ToString(), http, 422);
    }

    private static async Task<PromiseSource?> Find(
        AtSurveys at, Guid id, Guid questionId, IEventStore store, Reports reports, CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is not { } survey) return null;
        if (survey.Question(questionId) is not { } question) return null;
        // While answers come in, two figures of different days would tell what came between them.
        if (survey.Stage != SurveyStage.Closed) return new(id, question, false, [], []);
        var report = await reports.Of(id, survey, Threshold.OpenData, ct);
        var found = report.Questions.FirstOrDefault(one => one.Question.Id == questionId);
        var texts = await reports.Texts(id, ct);
        return new(
            id, question, true, found is null ? [] : Citing.Of(found),
            report.IsTooSmall ? [] : [.. texts.Where(text => text.Shown)]);
    }

    private static IResult Show(AtSurveys at, PromiseSource source, TypedForm form, string key, HttpContext http, int status) =>
        PageAnswers.Own<NewPromisePage>(http, new { At = at, Source = source, Form = form, Key = key }, status);
}

/// <summary>What a promise can cite.</summary>
/// <param name="SurveyId">The survey.</param>
/// <param name="Question">The question.</param>
/// <param name="IsOver">Whether its figures are final.</param>
/// <param name="Figures">Sentences to choose from.</param>
/// <param name="Quotes">Texts of the survey that somebody has read and chosen to show.</param>
public sealed record PromiseSource(
    Guid SurveyId, Question Question, bool IsOver, IReadOnlyList<Citable> Figures, IReadOnlyList<TextRow> Quotes);
