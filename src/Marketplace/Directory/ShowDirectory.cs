using System.Security.Cryptography;
using System.Text;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.UploadingAPlan;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.Directory;

/// <summary>Who is where, for everybody: the plan, a list to search in, what is near, and a page for each stand.</summary>
public static class ShowDirectory
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("stands", List);
        open.MapGet("stands/{number}", One);
        open.MapGet("stands/logo/{id:guid}", Logo).WithMetadata(new ServesUpload());
    }

    private static async Task<IResult> List(
        AtMarket at, string? q, string? topic, string? near, HttpContext http, Halls halls, CancellationToken ct)
    {
        if (await halls.Of(at, ct) is not { } hall) return PageAnswers.NotFound();
        if (NotChanged(http, at, hall, $"{q}|{topic}|{near}")) return Results.StatusCode(StatusCodes.Status304NotModified);
        var search = DirectorySearch.Of(q, topic);
        var sorted = hall.From(near);
        return new RazorComponentResult<DirectoryPage>(new
        {
            At = at,
            Hall = hall,
            Search = search,
            Near = sorted is null ? "" : near,
            Found = (sorted ?? hall.Listed).Where(search.Finds).ToList(),
            Background = ShowPicture.Url(at, hall.Plan),
        });
    }

    private static async Task<IResult> One(AtMarket at, string number, HttpContext http, Halls halls, CancellationToken ct)
    {
        if (await halls.Of(at, ct) is not { } hall || hall.Find(number) is not { } stand) return PageAnswers.NotFound();
        if (NotChanged(http, at, hall, stand.Number)) return Results.StatusCode(StatusCodes.Status304NotModified);
        return new RazorComponentResult<StandHerePage>(new
        {
            At = at,
            Hall = hall,
            Stand = stand,
            Listed = hall.At(stand),
            Background = ShowPicture.Url(at, hall.Plan),
        });
    }

    private static async Task<IResult> Logo(AtMarket at, Guid id, HttpContext http, Entries entries, CancellationToken ct)
    {
        if (await entries.Logo(at.Event.Id, id, ct) is not var (bytes, type)) return PageAnswers.NotFound();
        http.Response.Headers.CacheControl = "private, max-age=3600";
        http.Response.Headers.ContentSecurityPolicy = ServesUpload.Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // Whoever stored it: only pictures by today's rules leave here.
        return Picture.Read(bytes).Picture is { } picture && picture.MediaType == type
            ? Results.Bytes(picture.Bytes, picture.MediaType) : PageAnswers.NotFound();
    }

    // Its tag is all that is shown and who may see it; an organiser's menu is their own.
    private static bool NotChanged(HttpContext http, AtMarket at, Hall hall, string asked)
    {
        if (at.Organises)
        {
            http.Response.Headers.CacheControl = "no-store";
            return false;
        }

        var seen = string.Join('|', hall.Fingerprint, asked, at.Event.Name, Language.Current.Code, http.Request.FragmentId(),
            StyleSheet.Url);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen)))[..24]}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        if (!http.Request.Headers.IfNoneMatch.Contains(tag)) return false;
        http.Response.Headers.Vary = "Accept-Language, Cookie, X-Fragment";
        return true;
    }
}
