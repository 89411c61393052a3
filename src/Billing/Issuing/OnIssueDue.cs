using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.Mailing;
using EventOps.Billing.Money;
using EventOps.Billing.NumberSeries;
using EventOps.Billing.Reminding;
using EventOps.EventStore;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Issuing;

/// <summary>
/// Issues what waits, if everything is known: the number, the invoice, what was printed and the news of it are one transaction.
/// </summary>
public static class OnIssueDue
{
    public static async Task<Work> Handle(IssueDue due, Handling handling)
    {
        var ct = handling.Cancellation;
        var (bill, _) = await handling.Services.GetRequiredService<IEventStore>().Load(Bill.Stream(due.BillId), Bill.Decider, ct);
        if (bill is not { Stage: BillStage.Waiting, Order: { } order }) return new Work();
        var ready = handling.Services.GetRequiredService<Readiness>();
        var today = Germany.Today(handling.Clock);
        var (draft, _) = await ready.Draft(order, today, ct);
        if (draft is null) return new Work();
        var work = new Work().By(handling.Metadata);
        return draft.Kind == DocumentKind.Quote ? Quote(work, due.BillId, order, draft)
            : Invoice(work, due.BillId, order, draft, await ready.SeriesOf(order.OrganisationId, today, ct));
    }

    private static Work Quote(Work work, Guid billId, BillOrder order, Printed draft)
    {
        var id = MessageId.Of($"quote {billId}");
        return work.On(Bill.Stream(billId), Bill.Decider, new GiveQuote(id, draft.On, draft.Net, draft.Gross)).Then(commit =>
        {
            commit.Write(
                new DocumentRows.DocumentRow(id, billId, order.OrganisationId, order.EventId, order.PayerId, draft, null));
            commit.Publish(new BillMailDue(billId, BillMail.Quoted, 0), Bill.Stream(billId));
            commit.Tell(billId, null);
        });
    }

    private static Work Invoice(Work work, Guid billId, BillOrder order, Printed draft, string series)
    {
        var (id, stream) = (MessageId.Of($"invoice {billId}"), Bill.Stream(billId));
        return work
            .On(stream, Bill.Decider, new IssueInvoice(id, draft.On, draft.DueOn!.Value, draft.Net, draft.Gross))
            .On(Series.Stream(order.OrganisationId, series), Series.Decider, new DrawNumber(series, id))
            .Then(commit =>
            {
                var number = commit.NumberOf(id);
                var printed = draft with { Number = number, Rf = Rf.Of(number) ?? "" };
                commit.Write(new DocumentRows.DocumentRow(
                    id, billId, order.OrganisationId, order.EventId, order.PayerId, printed, XRechnung.Write(printed)));
                commit.Publish(new BillMailDue(billId, BillMail.Issued, 0), stream);
                commit.Publish(
                    new DayPassed(billId), stream, due: Germany.Morning(draft.DueOn.Value.AddDays(1)),
                    id: MessageId.Of($"due {billId}"));
                commit.Tell(billId, number);
            });
    }
}
