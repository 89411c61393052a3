using EventOps.Billing.Bills;
using EventOps.Billing.Issuing;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;

namespace EventOps.Billing.Hearing;

/// <summary>A module sells something: the order is taken, and its document is made at once if everything is known.</summary>
public static class OnBillOrdered
{
    public static Work Handle(BillOrdered heard, Handling handling)
    {
        var stream = Bill.Stream(heard.BillId);
        var order = new BillOrder(
            heard.OrganisationId, heard.EventId, heard.Payers, heard.PayerId, heard.TokenHash, heard.Reference, heard.Subject,
            heard.ServiceFrom, heard.ServiceTo, heard.Lines, heard.IsQuote, null);
        return new Work().By(handling.Metadata).On(stream, Bill.Decider, new TakeOrder(order, handling.Clock.GetUtcNow()))
            .Then(commit =>
        {
            if (commit.Events.Count == 0) return;
            commit.Publish(new IssueDue(heard.BillId), stream);
            commit.Tell(heard.BillId, null);
        });
    }
}
