using System.Globalization;
using EventOps.Billing.Bills;
using EventOps.Billing.Cancelling;
using EventOps.Billing.Documents;
using EventOps.Billing.Frame;
using EventOps.Billing.Issuing;
using EventOps.Billing.Reading;
using EventOps.Billing.Reminding;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Billing.ShowingBills;

/// <summary>One bill for those who look after it: its history, its files, and what can be done.</summary>
public static class ManageBill
{
    public static void Map(IEndpointRouteBuilder organisers)
    {
        var bill = organisers.MapGroup("{id:guid}");
        bill.MapGet("", Show);
        bill.MapGet("documents/{document:guid}.pdf",
            (AtBilling at, Guid id, Guid document, HttpContext http, BillRows rows, DocumentRows files, CancellationToken ct) =>
            File(at, id, document, http, rows, files, DocumentFiles.Pdf, ct));
        bill.MapGet("documents/{document:guid}.xml",
            (AtBilling at, Guid id, Guid document, HttpContext http, BillRows rows, DocumentRows files, CancellationToken ct) =>
            File(at, id, document, http, rows, files, DocumentFiles.Xml, ct));
        bill.MapPost("reminders", Remind);
        bill.MapPost("refunds", PayBack);
        bill.MapPost("issuing", TryAgain);
        bill.MapPost("cancellation", Cancel);
    }

    private static async Task<IResult> Show(
        AtBilling at, Guid id, HttpContext http, BillRows rows, DocumentRows files, IEventStore store, Readiness readiness,
        TimeProvider clock, FormKeys keys, CancellationToken ct)
    {
        if (await rows.One(at.OrganisationId, id, ct) is not { } row) return PageAnswers.NotFound();
        var history = await store.Read(Bill.Stream(id), ct: ct);
        var bill = Bill.Decider.Fold(history.Select(recorded => (BillEvent)recorded.Event));
        var lack = bill.Stage == BillStage.Waiting ? (await readiness.Draft(bill.Order!, Germany.Today(clock), ct)).Lack
            : Lack.None;
        return PageAnswers.Own<ManageBillPage>(http, new
        {
            Row = row,
            Bill = bill,
            Documents = await files.OfBill(id, ct),
            History = history,
            Lack = lack,
            Key = keys.Issue(),
        });
    }

    private static async Task<IResult> Remind(
        AtBilling at, Guid id, IFormCollection typed, BillRows rows, IEventStore store, TimeProvider clock, CancellationToken ct)
    {
        if (await rows.One(at.OrganisationId, id, ct) is not { } row) return PageAnswers.NotFound();
        // The level that the page showed: a second click is the same reminder.
        var level = int.TryParse(typed["level"], NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? shown
            : row.Reminders + 1;
        return Done(await store.Handle(RemindPayer.Send(id, level, Germany.Today(clock), row.Number).By(at.Metadata), ct), id);
    }

    private static async Task<IResult> PayBack(
        AtBilling at, Guid id, IFormCollection typed, BillRows rows, IEventStore store, FormKeys keys, TimeProvider clock,
        CancellationToken ct)
    {
        if (await rows.One(at.OrganisationId, id, ct) is not { } row
            || keys.Read(typed["key"])?.Id is not { } key) return PageAnswers.NotFound();
        var amount = decimal.TryParse(
            typed["amount"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var shown) ? shown : 0;
        var work = new Work().By(at.Metadata)
            .On(Bill.Stream(id), Bill.Decider, new PayBack(key, amount, Germany.Today(clock)))
            .Then(commit => commit.Tell(id, row.Number));
        return Done(await store.Handle(work, ct), id, typed["from"] == "refunds" ? "/billing/refunds" : null);
    }

    private static async Task<IResult> TryAgain(AtBilling at, Guid id, BillRows rows, IEventStore store, CancellationToken ct)
    {
        if (await rows.One(at.OrganisationId, id, ct) is null) return PageAnswers.NotFound();
        return Done(await store.Handle(
            new Work().By(at.Metadata).Then(commit => commit.Publish(new IssueDue(id), Bill.Stream(id))), ct), id);
    }

    private static async Task<IResult> Cancel(
        AtBilling at, Guid id, BillRows rows, CancelBill cancelling, IEventStore store, TimeProvider clock, CancellationToken ct)
    {
        if (await rows.One(at.OrganisationId, id, ct) is null) return PageAnswers.NotFound();
        var work = await cancelling.Of(id, Guid.Empty, [], clock, ct);
        return work is null ? PageAnswers.NotFound() : Done(await store.Handle(work.By(at.Metadata), ct), id);
    }

    private static async Task<IResult> File(
        AtBilling at, Guid id, Guid document, HttpContext http, BillRows rows, DocumentRows files, Func<KeptDocument,
            HttpContext, IResult> answer,
        CancellationToken ct) =>
        await rows.One(at.OrganisationId, id, ct) is not null
            && (await files.OfBill(id, ct)).FirstOrDefault(one => one.Id == document) is { } found
            ? answer(found, http) : PageAnswers.NotFound();

    private static IResult Done(Outcome outcome, Guid id, string? to = null) => outcome.Refusal is { } refusal
        ? Pages.Refused(refusal, to ?? $"/billing/{id}") : Results.Extensions.SeeOther(to ?? $"/billing/{id}");
}
