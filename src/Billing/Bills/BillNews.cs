using EventOps.Billing.NumberSeries;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;

namespace EventOps.Billing.Bills;

/// <summary>Tells everybody what became of a bill, in the transaction of the change.</summary>
public static class BillNews
{
    /// <summary><paramref name="number"/>: the invoice's, where it had one before this work.</summary>
    public static void Tell(this Commit commit, Guid billId, string? number)
    {
        var stream = Bill.Stream(billId);
        if (commit.Events.LastOrDefault(recorded => recorded.Stream == stream) is not { } last) return;
        var bill = commit.StateOf<Bill>(stream);
        commit.Publish(
            new BillChanged(
                billId, bill.Order!.EventId, last.Version, bill.State, number, bill.Net, bill.Gross, bill.Paid, bill.DueOn),
            stream);
    }

    /// <summary>The number that this work drew for a document.</summary>
    public static string NumberOf(this Commit commit, Guid documentId) =>
        commit.Events.Select(recorded => recorded.Event).OfType<NumberDrawn>().Single(drawn => drawn.DocumentId == documentId)
            .Number;
}
