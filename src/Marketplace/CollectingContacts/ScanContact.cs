using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.CollectingContacts;

/// <summary>
/// An exhibitor reads a badge, then turns the phone around: the visitor reads who asks for what, and says yes or no. Before the
/// yes the phone gets nothing, and nothing is stored; after it the visitor gets a mail, so that nobody can say it in their place
/// unseen.
/// </summary>
public static class ScanContact
{
    private static readonly LimitedPerAddress s_perAddress = new("contact-scan", 600, TimeSpan.FromMinutes(10));
    private static readonly TextSource T = ContactTexts.Of;

    public sealed record Tools(
        IEventStore Store, ContactRows Rows, AskedVisitors Asked, ExhibitorNames Names, TimeProvider Clock,
        IServiceProvider Services);

    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        exhibitors.MapGet("contacts/scan", (AtExhibitor who, string? done, HttpContext http) =>
            Show(who, TypedForm.Of("scan", new Dictionary<string, string>()),
                done is "yes" or "no" ? done : null, http, 200)).WithMetadata(new AllowsCamera());
        exhibitors.MapGet("contacts/ask",
            async (AtExhibitor who, string? visitor, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            use.Asked.Open(who.Id, visitor) is null ? Again(who)
                : PageAnswers.Own<AskPage>(http, new { Who = who, Exhibitor = await NameOf(who, use, ct), Visitor = visitor }));
        var posts = exhibitors.MapGroup("contacts").WithMetadata(new RequireAntiforgeryTokenAttribute(true), s_perAddress);
        posts.MapPost("scan", Scan).WithMetadata(new AllowsCamera());
        posts.MapPost("ask", Answer);
    }

    private static async Task<IResult> Scan(
        AtExhibitor who, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var form = TypedForm.Of("scan", typed);
        var code = form.Line("code", 400, T["code.missing"]);
        if (!who.Exhibitor.Booked.Any()) form.Wrong("code", T["no-stand"]);
        if (!form.Fits) return Show(who, form, null, http, 422);
        if (await use.Services.GetRequiredService<ITicketCodes>().Find(who.At.Event.Id, code, ct) is not { } ticket)
        {
            form.Wrong("code", T["code.unknown"]);
            return Show(who, form, null, http, 422);
        }

        return await use.Rows.Find(who.Id, ticket, ct) is { WithdrawnAt: null }
            ? Results.Extensions.SeeOther($"{who.Url}/contacts?done=known")
            : Results.Extensions.SeeOther($"{who.Url}/contacts/ask?visitor={use.Asked.Seal(who.Id, ticket)}");
    }

    private static async Task<IResult> Answer(
        AtExhibitor who, IFormCollection typed, [AsParameters] Tools use, CancellationToken ct)
    {
        if (use.Asked.Open(who.Id, typed["visitor"]) is not { } ticket || typed["text"] != Contact.CurrentText) return Again(who);
        if (typed["answer"] != "yes") return Results.Extensions.SeeOther($"{who.Url}/contacts/scan?done=no");
        var contact = new Contact(
            who.Id, ticket, who.At.Event.Id, use.Clock.GetUtcNow(), Contact.CurrentText, ConsentWay.AtTheStand);
        var letter = new TellTicketHolder(ticket, ContactLetter.Name, who.At.Event.Id, [who.Id]);
        await use.Store.Handle(new Work().By(who.At.Metadata).Then(commit =>
        {
            commit.Write(contact);
            // The sealed question is asked once: answered twice, it is still one mail.
            commit.Publish(letter, $"ticket-{ticket}", id: MessageId.Of($"contact|{typed["visitor"]}"));
        }), ct);
        return Results.Extensions.SeeOther($"{who.Url}/contacts/scan?done=yes");
    }

    private static IResult Again(AtExhibitor who) => Results.Extensions.SeeOther($"{who.Url}/contacts/scan");

    private static async Task<string> NameOf(AtExhibitor who, Tools use, CancellationToken ct) =>
        (await use.Names.Of(who.At.Event.Id, ct)).GetValueOrDefault(who.Id, "");

    private static IResult Show(AtExhibitor who, TypedForm form, string? done, HttpContext http, int status) =>
        PageAnswers.Own<ScanContactPage>(http, new { Who = who, Form = form, Done = done }, status);
}
