using EventOps.Marketplace.Entering;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.Directory;

/// <summary>Signs with a code for every stand, to print.</summary>
public static class PrintSigns
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("signs", async (AtMarket at, HttpContext http, Halls halls, CancellationToken ct) =>
            PageAnswers.Own<SignsPage>(http, new { At = at, Stands = (await halls.Of(at, ct))?.Stands ?? [] }));
        organisers.MapGet("signs.pdf", Handle);
    }

    private static async Task<IResult> Handle(
        AtMarket at, string? size, HttpContext http, Halls halls, Entries entries, PublicUrl url, CancellationToken ct)
    {
        if (await halls.Of(at, ct) is not { Stands.Count: > 0 } hall) return PageAnswers.NotFound();
        // Signs are printed before everybody has published their entry.
        var names = await entries.Names(at.Event.Id, ct);
        var signs = hall.Stands.Select(stand => new SignContent(
            stand, stand.ExhibitorId is { } id ? names.GetValueOrDefault(id, "") : "", url.Link($"{at.Stands}/{stand.Number}")));
        http.Response.Headers.CacheControl = "no-store";
        var small = string.Equals(size, "a5", StringComparison.OrdinalIgnoreCase);
        return Results.File(SignSheet.Write(at.Event.Name.ToString(), [.. signs], small), "application/pdf",
            $"{at.Event.Slug}-{DirectoryTexts.Of["signs.file"]}.pdf");
    }
}
