using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>Zones, categories and entrances: made, changed and taken away.</summary>
public static class EditParts
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        foreach (var kind in Enum.GetValues<PartKind>())
        {
            var parts = organisers.MapGroup($"plan/{Path(kind)}");
            parts.MapGet("new", async (AtMarket at, HttpContext http, Desk desk, FormKeys keys, CancellationToken ct) =>
                Show(at, kind, null, 0, PartForm.New(kind, (await desk.Load(at, ct)).Plan), keys.Issue(), http, 200));
            parts.MapPost("new", (AtMarket at, IFormCollection typed, HttpContext http, Desk desk, FormKeys keys,
                CancellationToken ct) =>
                Put(at, kind, null, typed, http, desk, keys, ct));
            parts.MapGet("{id:guid}", async (AtMarket at, Guid id, HttpContext http, Desk desk, CancellationToken ct) =>
            {
                var (plan, version) = await desk.Load(at, ct);
                return PartForm.Standing(kind, plan, id) is { } form
                    ? Show(at, kind, id, version, form, null, http, 200) : PageAnswers.NotFound();
            });
            parts.MapPost("{id:guid}",
                (AtMarket at, Guid id, IFormCollection typed, HttpContext http, Desk desk, FormKeys keys, CancellationToken ct) =>
                Put(at, kind, id, typed, http, desk, keys, ct));
            parts.MapPost("{id:guid}/removal", async (AtMarket at, Guid id, Desk desk, CancellationToken ct) =>
                await desk.Do(at, PartForm.Removal(kind, id), null, ct) is { } refusal
                    ? Pages.Refused(refusal, at, $"{at.Market}/plan/{Path(kind)}/{id}")
                        : Results.Extensions.SeeOther($"{at.Market}/plan"));
        }
    }

    internal static string Path(PartKind kind) => kind.ToString().ToLowerInvariant();

    private static async Task<IResult> Put(
        AtMarket at, PartKind kind, Guid? id, IFormCollection typed, HttpContext http, Desk desk, FormKeys keys,
        CancellationToken ct)
    {
        var (plan, newest) = await desk.Load(at, ct);
        if (id is { } known && PartForm.Find(kind, plan, known) is null) return PageAnswers.NotFound();
        var form = TypedForm.Of(PartForm.Name, typed);
        var command = PartForm.Read(kind, form, plan, id ?? keys.Read(typed["key"])?.Id ?? Guid.CreateVersion7());
        var seen = ShowDesk.Seen(form);
        if (!form.Fits) return Show(at, kind, id, seen, form, id is null ? keys.Issue() : null, http, 422);
        var refusal = id is { } changed ? await desk.Change(at, command, drawn => PartForm.Find(kind, drawn, changed), seen, ct)
            : await desk.Do(at, command, null, ct);
        if (refusal is null) return Results.Extensions.SeeOther($"{at.Market}/plan");
        if (refusal is not ChangedMeanwhile) return Pages.Refused(refusal, at, $"{at.Market}/plan");
        form.Refused("name.de", refusal, Texts.Of);
        return Show(at, kind, id, newest, form, null, http, Pages.Status(refusal));
    }

    private static IResult Show(
        AtMarket at, PartKind kind, Guid? id, long seen, TypedForm form, string? key, HttpContext http, int status) =>
        PageAnswers.Own<PartPage>(http, new { At = at, Kind = kind, Id = id, Seen = seen, Form = form, Key = key }, status);
}
