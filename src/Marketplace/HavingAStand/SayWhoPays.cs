using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.HavingAStand;

/// <summary>The form for the billing address. Who was placed by hand gets the bill as soon as it is known who pays.</summary>
public static class SayWhoPays
{
    private static readonly TextSource T = MineTexts.Of;

    public sealed record Tools(IEventStore Store, Payers Payers, Bills Bills, ExhibitorRows Rows);

    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        exhibitors.MapGet("payer", async (AtExhibitor who, string? next, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            Show(who, PayerForm.Standing(await use.Payers.Find(who.Id, ct), await use.Rows.Find(who.Id, ct)), next, http, 200));
        exhibitors.MapPost("payer", Save).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
    }

    private static async Task<IResult> Save(
        AtExhibitor who, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var form = TypedForm.Of(PayerForm.Name, typed);
        var payer = PayerForm.Read(form);
        if (!form.Fits) return Show(who, form, typed["next"], http, 422);
        await use.Store.Handle(new Work().By(who.At.Metadata).Then(commit => commit.Write(new PayerRow(who.Id, payer))), ct);
        await BillWhatIsUnbilled(who, use, ct);
        return Results.Extensions.SeeOther(typed["next"] == "booking" ? $"{who.Url}/booking" : $"{who.Url}/mine?done=saved");
    }

    private static async Task BillWhatIsUnbilled(AtExhibitor who, Tools use, CancellationToken ct)
    {
        var (plan, _) = await use.Store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
        foreach (var booking in who.Exhibitor.Booked.Where(booking => booking.BillId is null))
        {
            if (plan.Stands.Find(booking.StandId) is not { } stand) continue;
            var id = MessageId.Of($"bill|{booking.Id}");
            if (await use.Bills.Of(id, who.At, who.Id, booking, stand, plan, isQuote: false, ct) is not { } bill) continue;
            var work = new Work().By(who.At.Metadata)
                .On(Exhibitor.Stream(who.Id), Exhibitor.Decider, new BillBooking(booking.Id, id));
            await use.Store.Handle(work.Then(commit => commit.Publish(bill, Exhibitor.Stream(who.Id), id: id)), ct);
        }
    }

    private static IResult Show(AtExhibitor who, TypedForm form, string? next, HttpContext http, int status) =>
        PageAnswers.Own<PayerPage>(http, new { Who = who, Form = form, Next = next == "booking" ? next : null }, status);
}

/// <summary>The billing address as a form.</summary>
internal static class PayerForm
{
    public const string Name = "payer";

    private static readonly TextSource T = MineTexts.Of;

    public static TypedForm Standing(Payer? payer, ExhibitorRow? who) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["kind"] = (payer?.Kind ?? PayerKind.Business).ToString(),
        ["name"] = payer?.Name ?? who?.Organisation ?? "",
        ["attention"] = payer?.Attention ?? "",
        ["street"] = payer?.Street ?? "",
        ["zip"] = payer?.Zip ?? "",
        ["city"] = payer?.City ?? "",
        ["country"] = payer?.Country ?? "DE",
        ["email"] = payer?.Email ?? who?.Email ?? "",
        ["vat"] = payer?.VatId ?? "",
        ["reference"] = payer?.BuyerReference ?? "",
    });

    public static Payer Read(TypedForm form)
    {
        var kind = Enum.TryParse<PayerKind>(form["kind"], out var known) && Enum.IsDefined(known) ? known : PayerKind.Business;
        var country = form.Line("country", 2).ToUpperInvariant();
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)) form.Wrong("country", T["country.wrong"]);
        var vat = form.Line("vat", 20).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (vat.Length > 0 && (vat.Length < 4 || !char.IsAsciiLetterUpper(vat[0]) || !char.IsAsciiLetterUpper(vat[1])))
            form.Wrong("vat", T["vat.wrong"]);
        var reference = form.Line("reference", 100, kind == PayerKind.PublicBody ? T["reference.missing"] : null);
        // Only a German authority's is a Leitweg-ID; others write there what they like.
        if (kind == PayerKind.PublicBody && country == "DE" && reference.Length > 0 && !LeitwegId.IsValid(reference))
            form.Wrong("reference", T["reference.wrong"]);
        return new(
            form.Line("name", Shape.Title, T["name.missing"]), form.Line("attention", Shape.Title),
            form.Line("street", Shape.Title, T["street.missing"]),
            form.Line("zip", 20, T["zip.missing"]), form.Line("city", Shape.Name, T["city.missing"]), country,
            form.Address("email", T["email.missing"]), kind, vat.Length == 0 ? null : vat, reference, Language.Current.Code);
    }
}
