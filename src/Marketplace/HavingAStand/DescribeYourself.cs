using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Pictures;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.HavingAStand;

/// <summary>The form for what visitors read of an exhibitor.</summary>
public static class DescribeYourself
{
    private const string Form = "entry";
    private const int MostLogo = 500 * 1024;
    private const int LargestRequest = 1024 * 1024;
    private const int MostTopics = 10;
    private const int MostLinks = 5;

    private static readonly TextSource T = MineTexts.Of;

    public sealed record Tools(IEventStore Store, OwnEntries Entries, ExhibitorRows Rows);

    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        exhibitors.MapGet("entry", async (AtExhibitor who, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
        {
            var entry = await use.Entries.Find(who.Id, ct);
            return Show(who, Standing(entry, (await use.Rows.Find(who.Id, ct))?.Organisation ?? ""), entry, http, 200);
        });
        exhibitors.MapPost("entry", Save)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true), new RequestSizeLimitAttribute(LargestRequest));
    }

    private static async Task<IResult> Save(
        AtExhibitor who, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var (form, old) = (TypedForm.Of(Form, typed), await use.Entries.Find(who.Id, ct));
        var name = form.Line("name", Shape.Name, T["entry.name.missing"]);
        var (german, english) = (form.Text("about.de", 2000), form.Text("about.en", 2000));
        var links = form.Text("links", 2000).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (links.Length > MostLinks || links.Any(link => !IsLink(link))) form.Wrong("links", T["links.wrong"]);
        var topics = form.Line("topics", 500).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTopics).ToArray();
        var (logo, type) = form.Ticked("logo.remove") ? (null, null) : (old?.Logo, old?.LogoType);
        if (typed.Files.GetFile("logo") is { Length: > 0 } file)
        {
            (logo, type) = await Logo(file, ct);
            if (logo is null) form.Wrong("logo", T["logo.wrong"]);
        }

        if (!form.Fits) return Show(who, form, old, http, 422);
        var entry = new OwnEntry(
            who.Id, who.At.Event.Id, name, german, english, links, topics, logo, type, form.Ticked("published"));
        await use.Store.Handle(new Work().By(who.At.Metadata).Then(commit => commit.Write(entry)), ct);
        return Results.Extensions.SeeOther($"{who.Url}/mine?done=saved");
    }

    private static bool IsLink(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && link.Length <= 300;

    private static async Task<(byte[]? Bytes, string? Type)> Logo(IFormFile file, CancellationToken ct)
    {
        if (file.Length > MostLogo) return (null, null);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, ct);
        var (raster, _) = Raster.Read(copy.ToArray());
        return (raster?.Bytes, raster?.MediaType);
    }

    private static TypedForm Standing(OwnEntry? entry, string organisation)
    {
        var standing = new Dictionary<string, string>
        {
            ["name"] = entry?.Name ?? organisation,
            ["about.de"] = entry?.AboutDe ?? "",
            ["about.en"] = entry?.AboutEn ?? "",
            ["links"] = string.Join('\n', entry?.Links ?? []),
            ["topics"] = string.Join(", ", entry?.Topics ?? []),
        };
        if (entry?.Published ?? true) standing["published"] = "true";
        return TypedForm.Of(Form, standing);
    }

    private static IResult Show(AtExhibitor who, TypedForm form, OwnEntry? entry, HttpContext http, int status) =>
        PageAnswers.Own<EntryPage>(http, new { Who = who, Form = form, HasLogo = entry?.Logo is not null }, status);
}
