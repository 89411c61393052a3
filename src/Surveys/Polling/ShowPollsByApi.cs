using System.Text.Json.Serialization;
using EventOps.Contracts;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Polling;

/// <summary>The polls of an event by JSON, with the counts that pages show.</summary>
public static class ShowPollsByApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("polls", async (AtSurveys at, PollViews views, CancellationToken ct) =>
            Results.Json((await views.OfEvent(at.Event.Id, ct)).Select(PollAnswer.Of).ToList(), PollJson.Default.ListPollAnswer))
            .WithSummary("The polls of an event, the newest first.").Produces<List<PollAnswer>>().ProducesProblem(404);
        api.MapGet("polls/{id:guid}", async (AtSurveys at, Guid id, PollViews views, CancellationToken ct) =>
            await views.Find(id, at.Event.Id, ct) is { } view
                ? Results.Json(PollAnswer.Of(view), PollJson.Default.PollAnswer)
                : Results.Problem(statusCode: StatusCodes.Status404NotFound))
            .WithSummary("One poll. Counts are there from five votes on.").Produces<PollAnswer>().ProducesProblem(404);
    }
}

/// <summary>A poll as others read it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stage">Planned, Open or Closed.</param>
/// <param name="Kind">SingleChoice, MultipleChoice or Rating.</param>
/// <param name="Question">In both languages.</param>
/// <param name="Voters">How many have voted; null below five.</param>
/// <param name="Counts">By code of the choice or step; null below five.</param>
public sealed record PollAnswer(
    Guid Id, PollStage Stage, QuestionKind Kind, LocalizedText Question, int? Voters, IReadOnlyList<PollCount>? Counts)
{
    public static PollAnswer Of(PollView view) => new(
        view.Id, view.Poll.Stage, view.Question.Kind, view.Question.Text, view.IsShown ? view.Result.Voters : null,
        view.IsShown ? [.. Poll.Values(view.Question).Zip(view.Result.Counts, (value, count) => new PollCount(value, count))] : null);
}

/// <summary>How often one choice or step was taken.</summary>
public sealed record PollCount(int Value, int Count);

/// <summary>The JSON form of polls: camelCase, enums as strings, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(List<PollAnswer>))]
internal sealed partial class PollJson : JsonSerializerContext;
