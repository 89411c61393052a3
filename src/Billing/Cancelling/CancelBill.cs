using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.Issuing;
using EventOps.Billing.Mailing;
using EventOps.Billing.NumberSeries;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;

namespace EventOps.Billing.Cancelling;

/// <summary>
/// Ends a bill. An invoice gets its mirror with a number of its own; a fee becomes a bill of its own, which takes its money from
/// what came in; the rest is owed back.
/// </summary>
public sealed class CancelBill(IEventStore store, DocumentRows documents, Readiness readiness)
{
    private static readonly LocalizedText s_feeFor = new("Stornogebühr", "Cancellation fee");

    /// <summary>Null where nobody ordered this bill.</summary>
    public async Task<Work?> Of(
        Guid billId, Guid feeBillId, IReadOnlyList<BilledLine> fee, TimeProvider clock, CancellationToken ct)
    {
        var (bill, _) = await store.Load(Bill.Stream(billId), Bill.Decider, ct);
        if (bill.Order is not { } order) return null;
        var (today, work) = (Germany.Today(clock), new Work());
        var feeOrder = fee.Count == 0 ? null : order with
        {
            Subject = new($"{s_feeFor.De}: {order.Subject.De}", $"{s_feeFor.En}: {order.Subject.En}"),
            Lines = fee,
            IsQuote = false,
            FeeOf = billId,
        };
        if (bill.Stage == BillStage.Issued && await documents.Invoice(billId, ct) is { } invoice)
        {
            var price = feeOrder is null ? 0 : (await readiness.Draft(feeOrder, today, ct)).Draft?.Gross ?? 0;
            var series = await readiness.SeriesOf(order.OrganisationId, today, ct);
            Mirror(work, billId, order, invoice.Printed, new(Id(billId), today, feeOrder is null ? null : feeBillId, price),
                series);
        }
        else
        {
            work.On(Bill.Stream(billId), Bill.Decider, new WithdrawBill(today)).Then(commit => commit.Tell(billId, null));
        }

        return feeOrder is null ? work : work
            .On(Bill.Stream(feeBillId), Bill.Decider, new TakeOrder(feeOrder, clock.GetUtcNow()))
            .Then(commit =>
            {
                commit.Publish(new IssueDue(feeBillId), Bill.Stream(feeBillId));
                commit.Tell(feeBillId, null);
            });
    }

    private static Guid Id(Guid billId) => MessageId.Of($"cancellation {billId}");

    private static void Mirror(Work work, Guid billId, BillOrder order, Printed invoice, CancelInvoice command, string series)
    {
        var stream = Bill.Stream(billId);
        work.On(stream, Bill.Decider, command)
            .On(Series.Stream(order.OrganisationId, series), Series.Decider, new DrawNumber(series, command.DocumentId))
            .Then(commit =>
            {
                var mirror = invoice.Mirror(command.On) with { Number = commit.NumberOf(command.DocumentId) };
                commit.Write(new DocumentRows.DocumentRow(
                    command.DocumentId, billId, order.OrganisationId, order.EventId, order.PayerId, mirror,
                    XRechnung.Write(mirror)));
                commit.Publish(new BillMailDue(billId, BillMail.Cancelled, 0), stream);
                var moved = commit.Events.Select(recorded => recorded.Event).OfType<InvoiceCancelled>().Single();
                if (moved is { Moved: > 0, FeeBillId: { } feeBill })
                    commit.Publish(new MoneyMoved(billId, feeBill, moved.Moved, command.On), Bill.Stream(feeBill));
                commit.Tell(billId, invoice.Number);
            });
    }
}
