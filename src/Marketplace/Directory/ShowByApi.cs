using System.Text.Json.Serialization;
using EventOps.Contracts;
using EventOps.Marketplace.Entering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.Directory;

/// <summary>Plan and directory by JSON: what every visitor may see.</summary>
public static class ShowByApi
{
    public static void Map(IEndpointRouteBuilder data) =>
        data.MapGet("stands", async (AtMarket at, Halls halls, CancellationToken ct) => await halls.Of(at, ct) is { } hall
            ? Results.Json(HallAnswer.Of(hall), DirectoryJson.Default.HallAnswer)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound))
            .WithSummary("The stands of an event, where they are and who is there.").Produces<HallAnswer>().ProducesProblem(404);
}

/// <summary>A hall as others read it; lengths in metres from its upper left corner.</summary>
/// <param name="Width">Of the floor.</param>
/// <param name="Depth">Of the floor.</param>
/// <param name="Stands">In the order of their numbers.</param>
/// <param name="Exhibitors">By name.</param>
public sealed record HallAnswer(decimal Width, decimal Depth, IReadOnlyList<StandAnswer> Stands,
    IReadOnlyList<ExhibitorAnswer> Exhibitors)
{
    public static HallAnswer Of(Hall hall) => new(
        hall.Plan.Size.Width, hall.Plan.Size.Depth,
        [.. hall.Stands.Select(view => new StandAnswer(
            view.Number, view.Stand.Box.X, view.Stand.Box.Y, view.Stand.Box.Width, view.Stand.Box.Depth, view.Category?.Name,
            view.Zone?.Name,
            view.Price, view.Stand.Watts, view.Stand.Network, view.Neighbours, view.IsFree, view.Who is null ? null
            : view.ExhibitorId))],
        [.. hall.Listed.Select(listed => new ExhibitorAnswer(
            listed.Entry.ExhibitorId, listed.Entry.Name, listed.Entry.About, listed.Entry.Links, listed.Entry.Topics,
            [.. listed.Stands.Select(stand => stand.Number)]))]);
}

/// <summary>One stand.</summary>
public sealed record StandAnswer(
    string Number, decimal X, decimal Y, decimal Width, decimal Depth, LocalizedText? Category, LocalizedText? Zone,
    decimal NetPrice, int Watts,
    bool Network, IReadOnlyList<string> Neighbours, bool Free, Guid? ExhibitorId);

/// <summary>One exhibitor, as they tell themselves.</summary>
public sealed record ExhibitorAnswer(
    Guid Id, string Name, LocalizedText About, IReadOnlyList<string> Links, IReadOnlyList<string> Topics,
    IReadOnlyList<string> Stands);

/// <summary>The JSON form of halls: camelCase, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HallAnswer))]
internal sealed partial class DirectoryJson : JsonSerializerContext;
