using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Plans;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>The picture below a plan, as a file of its own that can do nothing: shown by img and image only.</summary>
public static class ShowPicture
{
    public static void Map(IEndpointRouteBuilder open) =>
        open.MapGet("stands/picture/{id:guid}", Handle).WithMetadata(new ServesUpload());

    /// <summary>Where the picture of a plan is; null where it has none.</summary>
    public static string? Url(AtMarket at, Plan plan) =>
        plan.Background is { } picture ? $"{at.Stands}/picture/{picture.FileId}" : null;

    private static async Task<IResult> Handle(AtMarket at, Guid id, HttpContext http, IEventStore store, PlanFiles files,
        CancellationToken ct)
    {
        // Former pictures are the organiser's alone.
        var (plan, _) = await store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        if (!at.Organises && plan.Background?.FileId != id) return PageAnswers.NotFound();
        if (await files.Find(at.Event.Id, id, ct) is not { } file) return PageAnswers.NotFound();
        var headers = http.Response.Headers;
        headers.ETag = $"\"{Convert.ToHexStringLower(file.Sha256)[..24]}\"";
        headers.CacheControl = "private, max-age=3600";
        headers.ContentSecurityPolicy = ServesUpload.Policy;
        headers.XContentTypeOptions = "nosniff";
        if (http.Request.Headers.IfNoneMatch.Contains(headers.ETag.ToString()))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        // What was harmless by the rules of the day it came has to be so by today's.
        return Picture.Read(file.Bytes).Picture is { } picture && picture.MediaType == file.MediaType
            ? Results.Bytes(picture.Bytes, picture.MediaType) : PageAnswers.NotFound();
    }
}
