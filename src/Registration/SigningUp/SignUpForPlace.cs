using System.Security.Cryptography;
using System.Text;
using EventOps.EventStore;
using EventOps.Registration.Planning;
using EventOps.Registration.Ticketing;
using EventOps.Registration.Visiting;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.SigningUp;

/// <summary>The sign-up form: a place for everybody who fills it in, at most once however often it is sent.</summary>
public static class SignUpForPlace
{
    // A person needs longer than this to fill the form in.
    private static readonly TimeSpan s_minimumAge = TimeSpan.FromSeconds(2);

    // An office or a venue is one address: so many at once, then one every ten seconds.
    internal static readonly LimitedPerAddress PerAddress = new("sign-up", 60, TimeSpan.FromMinutes(10));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events/{slug}/sign-up", Show).AllowAnonymous();
        routes.MapPost("/events/{slug}/sign-up", Handle).AllowAnonymous()
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true), PerAddress);
    }

    public sealed record Tools(IEventStore Store, EventLookup Events, FormKeys Keys, ManageLinks Links, TimeProvider Clock);

    public static async Task<IResult> Show(
        string slug, int? people, string? type, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        if (await use.Events.Find(slug, ct) is not { } found) return PageAnswers.NotFound();
        if (SaleWindow.Check(found.Event, use.Clock.GetUtcNow()) is { } closed) return Pages.Refused(closed, found.Event);
        http.Response.Headers.CacheControl = "no-store";
        return await Page(SignUpForm.Empty(found.Event, people ?? 1, type), use.Keys.Issue(), null, found, use.Store, 200, ct);
    }

    public static async Task<IResult> Handle(string slug, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        if (await use.Events.Find(slug, ct) is not { } found) return PageAnswers.NotFound();
        var now = use.Clock.GetUtcNow();
        if (SaleWindow.Check(found.Event, now) is { } closed) return Pages.Refused(closed, found.Event);
        var forged = http.DropsForgedForm();
        var fields = await http.Request.ReadFormAsync(ct);
        var form = SignUpForm.Of(found.Event, fields);
        var key = use.Keys.Read(fields["key"]);
        var request = form.Read(Language.Current.Code);
        if (forged || key is null || key.Age < s_minimumAge || fields["website"] != "")
            form.Errors.Add("submit", SigningUpTexts.Of["error.again"]);
        if (request is null || form.Errors.Any || key is null)
            return await Page(form, key is null ? use.Keys.Issue() : fields["key"]!, null, found, use.Store, 422, ct);

        var once = IdempotencyKey.Of(key.Id.ToString(), "public", "sign-up", Fingerprint(key.Id, fields));
        var (work, _, _) = SignUpWork.Of(found, found.Event.TicketType(request.TicketTypeId)!, request, once, now);
        var outcome = await use.Store.Handle(work, ct);
        return outcome.Refusal is { } refusal
            ? await Page(form, use.Keys.Issue(), refusal, found, use.Store, Pages.Status(refusal), ct)
            : Results.Extensions.SeeOther($"/registrations/{await use.Links.TokenOf(outcome.Kept!.Ids[0], ct)}");
    }

    private static byte[] Fingerprint(Guid key, IFormCollection fields)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in fields.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).OrderBy(field => field.Key, StringComparer.Ordinal))
            body.Append(name).Append('=').Append(value).Append('\n');
        return HMACSHA256.HashData(key.ToByteArray(), Encoding.UTF8.GetBytes(body.ToString()));
    }

    private static async Task<IResult> Page(
        SignUpForm form, string key, Refusal? refusal, EventLookup.Found found, IEventStore store, int status,
        CancellationToken ct)
    {
        var (all, byType) = await Places.Of(store, found.Event, ct);
        return new RazorComponentResult<SignUpPage>(
            new { found.Event, Form = form, Key = key, All = all, ByType = byType, Refusal = refusal })
        {
            StatusCode = status,
        };
    }
}
