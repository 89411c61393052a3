using EventOps.Billing.Bills;
using EventOps.Billing.ImportingStatements;
using EventOps.Billing.Payments;
using EventOps.EventStore;

namespace EventOps.Billing.Matching;

/// <summary>Payment and bills change together or not at all.</summary>
public sealed class BookPayment(TimeProvider clock)
{
    /// <summary>Gives a payment to bills; <paramref name="bills"/> know their numbers.</summary>
    public static Work Assign(Guid paymentId, DateOnly on, IReadOnlyList<Share> shares, IReadOnlyList<BillToMatch> bills)
    {
        var work = new Work().On(Payment.Stream(paymentId), Payment.Decider, new AssignPayment(shares));
        foreach (var share in shares)
            work.On(Bill.Stream(share.BillId), Bill.Decider, new ReceiveMoney(paymentId, share.Amount, on));
        return Told(work, paymentId, PaymentStage.Assigned, shares, bills);
    }

    /// <summary>Takes it away from them again; what is due by now is overdue.</summary>
    public Work Free(Guid paymentId, IReadOnlyList<Share> shares, IReadOnlyList<BillToMatch> bills)
    {
        var (work, today) = (new Work().On(Payment.Stream(paymentId), Payment.Decider, new FreePayment()), Germany.Today(clock));
        foreach (var share in shares)
        {
            work.On(Bill.Stream(share.BillId), Bill.Decider, new TakeMoneyAway(paymentId, today))
                .On(Bill.Stream(share.BillId), Bill.Decider, new FallDue(today));
        }

        return Told(work, paymentId, PaymentStage.Unmatched, shares, bills);
    }

    /// <summary>What concerns the payment alone.</summary>
    public static Work Only(Guid paymentId, PaymentCommand command) => new Work()
        .On(Payment.Stream(paymentId), Payment.Decider, command)
        .Then(commit =>
        {
            if (commit.Events.Count > 0) commit.Write(
                new PaymentMoved(paymentId, commit.StateOf<Payment>(Payment.Stream(paymentId)).Stage, []));
        });

    private static Work Told(
        Work work, Guid paymentId, PaymentStage stage, IReadOnlyList<Share> shares, IReadOnlyList<BillToMatch> bills) =>
        work.Then(commit =>
        {
            if (commit.Events.Count == 0) return;
            commit.Write(
                new PaymentMoved(
                paymentId, stage, stage == PaymentStage.Assigned ? [.. shares.Select(share => share.BillId)] : []));
            foreach (var share in shares) commit.Tell(
                share.BillId, bills.FirstOrDefault(bill => bill.BillId == share.BillId)?.Number);
        });
}
