using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.SigningUpAsExhibitor;

/// <summary>The way to a stand begins with a mail: whoever asks gets a link, and nobody learns who has asked before.</summary>
public static class BeginExhibiting
{
    private const string Form = "exhibitor";

    // A fair's office is one address: so many at once, then one every twenty seconds.
    internal static readonly LimitedPerAddress PerAddress = new("exhibit", 30, TimeSpan.FromMinutes(10));

    private static readonly TextSource T = SigningUpTexts.Of;

    public sealed record Tools(IEventStore Store, ExhibitorRows Rows, FormKeys Keys, TimeProvider Clock);

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("exhibit", Show);
        open.MapPost("exhibit", Ask).WithMetadata(new RequireAntiforgeryTokenAttribute(true), PerAddress);
        open.MapGet("exhibit/asked", (AtMarket at, HttpContext http) => PageAnswers.Own<AskedPage>(http, new { At = at }));
        open.MapGet("exhibit/with-link/{id:guid}/{token}", ComeByLink);
        open.MapPost("exhibit/leave", (AtMarket at, HttpContext http) =>
        {
            AtExhibitor.Forget(http, at);
            return Results.Extensions.SeeOther(at.Exhibit);
        }).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
    }

    private static async Task<IResult> Show(AtMarket at, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
        AtExhibitor.Remembered(http, at) is not null ? Results.Extensions.SeeOther($"{at.Exhibit}/mine")
            : await Page(at, TypedForm.Of(Form, new Dictionary<string, string>()), use.Keys.Issue(), http, use, 200, ct);

    private static async Task<IResult> Ask(
        AtMarket at, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var (form, key) = (TypedForm.Of(Form, typed), use.Keys.Read(typed["key"]));
        var organisation = form.Line("organisation", Shape.Name, T["organisation.missing"]);
        var contact = form.Line("contact", Shape.Name, T["contact.missing"]);
        var email = form.Address("email", T["email.missing"]);
        if (key is null || typed["website"] != "") form.Wrong("email", T["again"]);
        var (market, _) = await use.Store.Load(Market.Stream(at.Event.Id), Market.Decider, ct);
        if (!market.Terms.IsOpen) return Pages.Refused(new MarketClosed(), at, at.Url);
        if (!form.Fits) return await Page(at, form, key is null ? use.Keys.Issue() : typed["key"].ToString(), http, use, 422, ct);

        // Taken here: a commit is written outside of the request and its language.
        var language = Language.Current.Code;
        var known = await use.Rows.ByEmail(at.Event.Id, email, ct);
        var id = known ?? key!.Id;
        var mail = new ExhibitorMailDue(id, at.Event.Id, ExhibitorMail.Link);
        var work = new Work().By(at.Metadata).On(Exhibitor.Stream(id), Exhibitor.Decider, new SignUpExhibitor(at.Event.Id)).Then(commit =>
        {
            // Who is known keeps their data: anybody could have typed this address.
            if (known is null) commit.Write(new PersonalRow(id, at.Event.Id, organisation, contact, email, "", language));
            commit.Publish(mail, Exhibitor.Stream(id), id: MessageId.Of($"link|{key!.Id}"));
        });
        return (await use.Store.Handle(work, ct)).Refusal is { } refusal
            ? Pages.Refused(refusal, at, at.Exhibit) : Results.Extensions.SeeOther($"{at.Exhibit}/asked");
    }

    private static async Task<IResult> ComeByLink(
        AtMarket at, Guid id, string token, HttpContext http, ExhibitorLinks links, IEventStore store, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!await links.Is(id, token, ct)) return PageAnswers.NotFound();
        var (exhibitor, _) = await store.Load(Exhibitor.Stream(id), Exhibitor.Decider, ct);
        if (exhibitor.EventId != at.Event.Id) return PageAnswers.NotFound();
        if (!exhibitor.Confirmed) await store.Handle(Exhibitor.Stream(id), Exhibitor.Decider, new ConfirmAddress(), ct: ct);
        AtExhibitor.Remember(http, at, id);
        return Results.Extensions.SeeOther($"{at.Exhibit}/mine");
    }

    private static async Task<IResult> Page(
        AtMarket at, TypedForm form, string key, HttpContext http, Tools use, int status, CancellationToken ct)
    {
        var (market, _) = await use.Store.Load(Market.Stream(at.Event.Id), Market.Decider, ct);
        var (plan, _) = await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        return PageAnswers.Own<BeginPage>(http, new { At = at, market.Terms, Plan = plan, Form = form, Key = key }, status);
    }
}
