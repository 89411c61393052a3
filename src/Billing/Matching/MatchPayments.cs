using EventOps.Billing.Frame;
using EventOps.Billing.ImportingStatements;
using EventOps.Billing.Payments;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Billing.Matching;

/// <summary>Payments that wait for a person: assign, split, set aside, undo, tell twins apart.</summary>
public static class MatchPayments
{
    private const string Path = "/billing/payments";

    public static void Map(IEndpointRouteBuilder organisers)
    {
        var payments = organisers.MapGroup("payments");
        payments.MapGet("", Show);
        payments.MapPost("again", async (AtBilling at, PaymentRows rows, TakeStatement taking, CancellationToken ct) =>
        {
            await taking.Match(
                at.OrganisationId, await rows.InStage(at.OrganisationId, PaymentStage.Unmatched, ct), at.Metadata, ct);
            return Results.Extensions.SeeOther(Path);
        });
        payments.MapGet(
            "{id:guid}",
            (AtBilling at, Guid id, HttpContext http, PaymentRows rows, OpenBills bills, IEventStore store,
            CancellationToken ct) =>
            One(at, id, null, http, rows, bills, store, 200, ct));
        payments.MapPost("{id:guid}/shares", Assign);
        payments.MapPost("{id:guid}/undo", Undo);
        payments.MapPost("{id:guid}/aside", Only<PutAside>());
        payments.MapPost("{id:guid}/kept", Only<KeepTwin>());
        payments.MapPost("{id:guid}/dropped", Only<DropTwin>());
    }

    private static async Task<IResult> Show(
        AtBilling at, HttpContext http, PaymentRows rows, OpenBills bills, CancellationToken ct)
    {
        var open = await bills.Of(at.OrganisationId, ct);
        var unmatched = await rows.InStage(at.OrganisationId, PaymentStage.Unmatched, ct);
        return PageAnswers.Own<PaymentsPage>(http, new
        {
            Suspected = await rows.InStage(at.OrganisationId, PaymentStage.Suspected, ct),
            Unmatched = unmatched.Select(row => (row, Likeliest(Match.Find(row.Amount, row.PayerName, row.Pieces, open))))
                .ToList(),
            Assigned = (await rows.InStage(at.OrganisationId, PaymentStage.Assigned, ct)).Take(50).ToList(),
            Aside = (await rows.InStage(at.OrganisationId, PaymentStage.SetAside, ct)).Take(50).ToList(),
        });
    }

    private static async Task<IResult> One(
        AtBilling at, Guid id, TypedForm? form, HttpContext http, PaymentRows rows, OpenBills bills, IEventStore store,
        int status, CancellationToken ct)
    {
        if (await rows.One(at.OrganisationId, id, ct) is not { } row) return PageAnswers.NotFound();
        var (payment, _) = await store.Load(Payment.Stream(id), Payment.Decider, ct);
        var open = await bills.Of(at.OrganisationId, ct);
        var proposals = row.Stage == PaymentStage.Unmatched ? Match.Find(row.Amount, row.PayerName, row.Pieces, open) : [];
        return PageAnswers.Own<PaymentPage>(http, new
        {
            Row = row,
            Payment = payment,
            Bills = open,
            Proposals = proposals,
            Form = form ?? ShareForm.Standing(row, Likeliest(proposals)),
            Twin = row.TwinId is { } twin ? await rows.One(at.OrganisationId, twin, ct) : null,
        }, status);
    }

    private static async Task<IResult> Assign(
        AtBilling at, Guid id, IFormCollection typed, HttpContext http, PaymentRows rows, OpenBills bills, IEventStore store,
        CancellationToken ct)
    {
        if (await rows.One(at.OrganisationId, id, ct) is not { } row) return PageAnswers.NotFound();
        var open = await bills.Of(at.OrganisationId, ct);
        var form = TypedForm.Of(ShareForm.Name, typed);
        var shares = ShareForm.Read(form, row, open);
        if (form.Fits)
        {
            var outcome = await store.Handle(BookPayment.Assign(id, row.On, shares, open).By(at.Metadata), ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther(Path);
            form.Refused(ShareForm.Number(0), outcome.Refusal, Texts.Of);
        }

        return await One(at, id, form, http, rows, bills, store, 422, ct);
    }

    private static async Task<IResult> Undo(
        AtBilling at, Guid id, PaymentRows rows, OpenBills bills, BookPayment book, IEventStore store, CancellationToken ct)
    {
        if (await rows.One(at.OrganisationId, id, ct) is null) return PageAnswers.NotFound();
        var (payment, _) = await store.Load(Payment.Stream(id), Payment.Decider, ct);
        var work = book.Free(id, payment.Shares, await bills.Of(at.OrganisationId, ct)).By(at.Metadata);
        return Answer(await store.Handle(work, ct), $"{Path}/{id}");
    }

    private static Func<AtBilling, Guid, PaymentRows, IEventStore, CancellationToken, Task<IResult>> Only<TCommand>()
        where TCommand : PaymentCommand, new() => async (at, id, rows, store, ct) =>
        await rows.One(at.OrganisationId, id, ct) is null ? PageAnswers.NotFound()
            : Answer(await store.Handle(BookPayment.Only(id, new TCommand()).By(at.Metadata), ct), Path);

    private static IResult Answer(Outcome outcome, string next) =>
        outcome.Refusal is { } refusal ? Pages.Refused(refusal, Path) : Results.Extensions.SeeOther(next);

    private static Proposal? Likeliest(IReadOnlyList<Proposal> proposals) => proposals is [var first, ..] ? first : null;
}
