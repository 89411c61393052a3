using System.Globalization;
using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.Pools;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.SettingUp;

/// <summary>What one can sign up for: adds, changes and withdraws a ticket type.</summary>
public static class EditTicketType
{
    private static readonly TextSource T = SettingUpTexts.Of;

    public static void Map(IEndpointRouteBuilder own)
    {
        var types = own.MapGroup("setup/ticket-types").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        types.MapGet("new", (Organised at, FormKeys keys) => Show(at, null, TicketTypeForm.New(at.Event), keys.Issue(), 200));
        types.MapPost("new", (
            Organised at, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct) =>
            Handle(at, null, typed, store, keys, ct));
        types.MapGet("{id:guid}", (Organised at, Guid id, FormKeys keys) => at.Event.TicketType(id) is { } type
            ? Show(at, type, TicketTypeForm.Standing(type), keys.Issue(), 200)
            : PageAnswers.NotFound());
        types.MapPost("{id:guid}", (
            Organised at, Guid id, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct) =>
            Handle(at, id, typed, store, keys, ct));
        types.MapPost("{id:guid}/remove", async (Organised at, Guid id, IEventStore store, CancellationToken ct) =>
        {
            await store.Handle(at.Change(new WithdrawTicketType(id)), ct);
            return Results.Extensions.SeeOther($"{at.Url}/setup#ticket-types");
        });
    }

    public static async Task<IResult> Handle(
        Organised at, Guid? id, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct)
    {
        if (id is { } known && at.Event.TicketType(known) is null) return PageAnswers.NotFound();
        var form = TypedForm.Of(TicketTypeForm.Name, typed);
        var key = keys.Read(typed["key"]);
        if (key is null) form.Wrong("name.de", PlanningTexts.Of["form.old"]);
        var type = TicketTypeForm.Read(form, at.Event, id ?? key?.Id ?? default);
        if (form.Fits)
        {
            var outcome = await store.Handle(Work(at, form, type, FirstPlan.Derived(key!.Id, 1)), ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther($"{at.Url}/setup#ticket-types");
            form.Refused(
                outcome.Refusal is QuotaNotFound ? "pools" : outcome.Refusal is QuotaNameTaken ? "own" : "name.de",
                outcome.Refusal);
        }

        return Show(
            at, id is { } edited ? at.Event.TicketType(edited) : null, form, key is null ? keys.Issue() : typed["key"]!, 422);
    }

    private static Work Work(Organised at, TypedForm form, TicketType type, Guid ownPool)
    {
        if (form["own"].Trim().Length == 0) return at.Change(new OfferTicketType(type));
        var places = int.Parse(form["own"].Trim(), CultureInfo.InvariantCulture);
        return at.Change(
            new OpenQuota(new(ownPool, type.Name.De)), new OfferTicketType(type with { PoolIds = [.. type.PoolIds, ownPool] }))
            .On(Pool.Stream(ownPool), Pool.Decider, new OpenPool(at.Id, places));
    }

    private static RazorComponentResult<TicketTypePage> Show(Organised at, TicketType? type, TypedForm form, string key, int status) =>
        new(new { At = at, Type = type, Form = form, Key = key }) { StatusCode = status };
}
