using System.Text.Json.Serialization;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.ProposingASchedule;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Barcamp.ModeratingTheBoard;

/// <summary>One session and all it could do next; as a page, and as what each cell shows while it is carried.</summary>
public static class ShowMove
{
    public static async Task<IResult> Handle(
        AtBarcamp at, Guid id, HttpContext http, Plans plans, StarRows stars, TimeProvider clock, CancellationToken ct)
    {
        var plan = await plans.ForModerators(at, ct);
        if (plan.Session(id) is not { } session) return PageAnswers.NotFound();
        var cells = CellInsight.Of(id, plan, await stars.Of(plan, ct), clock.GetUtcNow());
        return PageAnswers.Own<MovePage>(http, new { At = at, Plan = plan, Session = session, Cells = cells });
    }

    public static async Task<IResult> Insight(
        AtBarcamp at, Guid id, HttpContext http, Plans plans, StarRows stars, TimeProvider clock, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var plan = await plans.ForModerators(at, ct);
        var cells = CellInsight.Of(id, plan, await stars.Of(plan, ct), clock.GetUtcNow());
        return Results.Json(
            [.. cells.Select(cell => new CellWords(
                $"{cell.Cell.RoomId}_{cell.Cell.SlotId}", Sentences.Short(cell),
                cell.IsPossible ? "fits" : cell.Occupant is null ? "not" : "swap"))],
            InsightJson.Default.IReadOnlyListCellWords);
    }
}

/// <summary>What one cell says of the session that is carried.</summary>
public sealed record CellWords(string Cell, string Text, string Kind);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<CellWords>))]
internal sealed partial class InsightJson : JsonSerializerContext;
