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

/// <summary>The phones of an event, and the offer of a gate to one more.</summary>
public sealed class OfferScanner(KnownEvents events, ScannerList list, FormKeys keys, IEventStore store, TimeProvider clock)
{
    public const string Path = "/events/{slug}/devices";
    public const int LongestName = 100;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public sealed record Form(string? Key, string? Name, string? Gate)
    {
        public static Form Of(IFormCollection sent) => new(sent["key"], sent["name"], sent["gate"]);
    }

    public static void Map(IEndpointRouteBuilder organiser)
    {
        organiser.MapGet(Path, (string slug, HttpContext http, OfferScanner offer) => offer.Show(slug, http));
        organiser.MapPost(Path, (string slug, IFormCollection sent, HttpContext http, OfferScanner offer) =>
            offer.Handle(slug, Form.Of(sent), http));
    }

    private async Task<IResult> Show(string slug, HttpContext http) =>
        await events.Own(http, slug) is { } known ? await Page(http, known, new(null, null, null), []) : Answer.NotThere(http);

    private async Task<IResult> Handle(string slug, Form form, HttpContext http)
    {
        if (await events.Own(http, slug) is not { } known) return Answer.NotThere(http);
        var errors = new FormErrors();
        var (name, gate, key) = (Typed.Line(form.Name, LongestName), Typed.Line(form.Gate, LongestName), keys.Read(form.Key));
        if (name is null) errors.Add("name", Texts.Of["scanner.name.wrong"]);
        if (gate is null || (known.Gates.Count > 0 && !known.Gates.Contains(gate)))
            errors.Add("gate", Texts.Of["scanner.gate.wrong"]);
        if (key is null) errors.Add("name", Texts.Of["form.old"]);
        if (errors.Any) return await Page(http, known, form, errors);

        var (caller, id) = (Caller.Of(http.User), key!.Id);
        var offer = new OfferEnrolment(caller.OrganisationId!.Value, known.Id, gate!, clock.GetUtcNow() + Lifetime);
        await store.Handle(new Work()
            .Start(Device.Stream(id), Device.Decider, offer)
            .By(new(Actor: caller.Actor))
            .Then(commit => commit.Write(new DeviceName(id, offer.OrganisationId, name!))));
        return Answer.To($"/events/{known.Slug}/devices/{id}");
    }

    private async Task<IResult> Page(HttpContext http, KnownEvent known, Form form, FormErrors errors) =>
        Answer.Page<ScannersPage>(
            http, new { Event = known, Phones = await list.Of(known), Form = form with { Key = keys.Issue() }, Errors = errors },
            errors.Any ? 422 : 200);
}
