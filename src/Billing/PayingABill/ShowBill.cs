using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Billing.PayingABill;

/// <summary>The payer's page of a bill: where it stands, how to pay, what to take along.</summary>
public static class ShowBill
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var bills = routes.MapGroup("bills/{id:guid}");
        bills.AllowAnonymous();
        bills.MapGet("with-link/{token}", Enter);
        bills.MapGet("", Show);
        bills.MapGet("documents/{document:guid}.pdf", (Guid id, Guid document, HttpContext http, CancellationToken ct) =>
            File(id, document, http, DocumentFiles.Pdf, ct));
        bills.MapGet("documents/{document:guid}.xml", (Guid id, Guid document, HttpContext http, CancellationToken ct) =>
            File(id, document, http, DocumentFiles.Xml, ct));
    }

    // The secret does not stay in the address: it would travel with every link and picture of the page.
    private static async Task<IResult> Enter(
        Guid id, string token, HttpContext http, BillLinks links, IEventStore store, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var (bill, _) = await store.Load(Bill.Stream(id), Bill.Decider, ct);
        if (!await links.Opens(id, bill.Order?.TokenHash ?? "", token, ct)
            || bill.Stage == BillStage.Missing) return PageAnswers.NotFound();
        links.Remember(http, id);
        return Results.Extensions.SeeOther($"/bills/{id}");
    }

    private static async Task<IResult> Show(
        Guid id, HttpContext http, IEnumerable<IPaymentProvider> ways, PublicUrl url, CancellationToken ct)
    {
        if (await AtBill.Find(http, id, ct) is not { } at) return PageAnswers.NotFound();
        List<PaymentStart> starts = [];
        if (at.Invoice is { } invoice && at.Bill.Outstanding > 0)
        {
            foreach (var way in ways) starts.Add(
                await way.Start(invoice.Printed, at.Bill.Outstanding, new(url.Link(at.Url)), ct));
        }

        return PageAnswers.Own<BillPage>(http, new { At = at, Starts = starts });
    }

    private static async Task<IResult> File(
        Guid id, Guid document, HttpContext http, Func<KeptDocument, HttpContext, IResult> answer, CancellationToken ct) =>
        await AtBill.Find(http, id, ct) is { } at && at.Documents.FirstOrDefault(one => one.Id == document) is { } found
            ? answer(found, http) : PageAnswers.NotFound();
}
