using EventOps.Accounts.Devices;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Hearing;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.EnrollingScanners;

/// <summary>An organiser offers a gate of the event to a phone, sees the phones there are, and ends one that is lost.</summary>
public static class OfferScanner
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    public const int LongestName = 100;

    public sealed record Form(string? Key, string? Name, string? Gate)
    {
        public static Form Of(IFormCollection sent) => new(sent["key"], sent["name"], sent["gate"]);
    }

    public static void Map(IEndpointRouteBuilder organiser)
    {
        organiser.MapGet("/events/{slug}/devices", (string slug, HttpContext http, KnownEvents events, ScannerList list, FormKeys keys) =>
            Within(slug, http, events, known => Show(http, list, known, new(keys.Issue(), null, null), [])));
        organiser.MapPost("/events/{slug}/devices", (
                string slug, IFormCollection sent, HttpContext http, KnownEvents events, ScannerList list, FormKeys keys, IEventStore store, TimeProvider clock) =>
            Within(slug, http, events, known => Offer(Form.Of(sent), http, known, list, keys, store, clock)));
        organiser.MapGet("/events/{slug}/devices/{id:guid}", (
                string slug, Guid id, HttpContext http, KnownEvents events, ScannerList list, EnrolmentTokens tokens, PublicUrl url) =>
            Within(slug, http, events, async known => await list.Find(id) is { } phone && phone.EventId == known.Id
                ? Answer.Page<ScannerCodePage>(http, new { Phone = phone, Event = known, Link = url.Link($"{EnrolPhone.Path}?t={tokens.For(id)}") })
                : Answer.NotThere(http)));
        organiser.MapPost("/events/{slug}/devices/{id:guid}/revoke", (
                string slug, Guid id, IFormCollection form, HttpContext http, KnownEvents events, ScannerList list, IEventStore store, DeviceKeys devices) =>
            Within(slug, http, events, async known =>
            {
                if (await list.Find(id) is not { } phone || phone.EventId != known.Id) return Answer.NotThere(http);
                await store.Handle(new Work().On(Device.Stream(id), Device.Decider, new RevokeDevice()).By(new(Actor: Caller.Of(http.User).Actor)));
                devices.Refresh(id);
                return Answer.To($"/events/{slug}/devices");
            }));
    }

    private static async Task<IResult> Offer(
        Form form, HttpContext http, KnownEvent known, ScannerList list, FormKeys keys, IEventStore store, TimeProvider clock)
    {
        var errors = new FormErrors();
        var (name, gate, key) = (Typed.Line(form.Name, LongestName), Typed.Line(form.Gate, LongestName), keys.Read(form.Key));
        if (name is null) errors.Add("name", Texts.Of["scanner.name.wrong"]);
        if (gate is null || (known.Gates.Count > 0 && !known.Gates.Contains(gate))) errors.Add("gate", Texts.Of["scanner.gate.wrong"]);
        if (key is null) errors.Add("name", Texts.Of["form.old"]);
        if (errors.Any) return await Show(http, list, known, form with { Key = keys.Issue() }, errors);
        var caller = Caller.Of(http.User);
        var (id, organisation) = (key!.Id, caller.OrganisationId!.Value);
        await store.Handle(new Work()
            .Start(Device.Stream(id), Device.Decider, new OfferEnrolment(organisation, known.Id, gate!, clock.GetUtcNow() + Lifetime))
            .By(new(Actor: caller.Actor))
            .Then(commit => commit.Write(new DeviceName(id, organisation, name!))));
        return Answer.To($"/events/{known.Slug}/devices/{id}");
    }

    private static async Task<IResult> Show(HttpContext http, ScannerList list, KnownEvent known, Form form, FormErrors errors) =>
        Answer.Page<ScannersPage>(
            http, new { Event = known, Phones = await list.Of(known), Form = form, Errors = errors }, errors.Any ? 422 : 200);

    // The event as the caller's organisation has it; any other is not there.
    private static async Task<IResult> Within(string slug, HttpContext http, KnownEvents events, Func<KnownEvent, Task<IResult>> then) =>
        await events.BySlug(Caller.Of(http.User).OrganisationId!.Value, slug) is { } known ? await then(known) : Answer.NotThere(http);
}
