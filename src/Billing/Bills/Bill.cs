using System.Collections.Immutable;
using EventOps.Contracts;
using EventOps.EventStore;

namespace EventOps.Billing.Bills;

/// <summary>How far a bill has come, whatever was paid.</summary>
public enum BillStage
{
    Missing,
    Waiting,
    Quoted,
    Issued,
    Cancelled,
    Withdrawn,
}

/// <summary>Money that is wanted for one order, from the order to the last cent paid or paid back. Stream: bill-{id}.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Order">What was ordered; null before.</param>
/// <param name="Net">Euros before tax; of the quote, then of the invoice.</param>
/// <param name="Gross">With tax.</param>
/// <param name="DueOn">The last day to pay; null before it is issued.</param>
/// <param name="Received">By payment.</param>
/// <param name="Gone">What was moved to another bill or paid back.</param>
/// <param name="Refunds">Ids of what was paid back.</param>
/// <param name="IsOverdue">Its day has passed.</param>
/// <param name="Reminders">How often the payer was reminded.</param>
public sealed record Bill(
    BillStage Stage, BillOrder? Order, decimal Net, decimal Gross, DateOnly? DueOn, ImmutableDictionary<Guid, decimal> Received,
    decimal Gone, ImmutableHashSet<Guid> Refunds, bool IsOverdue, int Reminders)
{
    public static Decider<BillCommand, Bill, BillEvent> Decider { get; } =
        new("bill", new(BillStage.Missing, null, 0, 0, null, ImmutableDictionary<Guid, decimal>.Empty, 0, [], false, 0),
            BillRules.Decide, Evolve);

    public static string Stream(Guid id) => $"bill-{id}";

    /// <summary>What came in and is still here.</summary>
    public decimal Paid => Received.Values.Sum() - Gone;

    public bool HasEnded => Stage is BillStage.Cancelled or BillStage.Withdrawn;

    /// <summary>What is still to be paid.</summary>
    public decimal Outstanding => Stage == BillStage.Issued ? Math.Max(0, Gross - Paid) : 0;

    /// <summary>What is to be paid back: all of it when the bill has ended, else what is too much.</summary>
    public decimal OwedBack => Stage switch
    {
        BillStage.Cancelled or BillStage.Withdrawn => Math.Max(0, Paid),
        BillStage.Issued => Math.Max(0, Paid - Gross),
        _ => 0,
    };

    /// <summary>As other modules are told.</summary>
    public BillState State => Stage switch
    {
        BillStage.Quoted => BillState.Quoted,
        BillStage.Issued => Paid >= Gross ? BillState.Paid : IsOverdue ? BillState.Overdue : BillState.Open,
        BillStage.Cancelled or BillStage.Withdrawn => Paid > 0 ? BillState.RefundDue : BillState.Cancelled,
        _ => BillState.Waiting,
    };

    public static Bill Evolve(Bill now, BillEvent happened) => happened switch
    {
        OrderTaken e => now with { Stage = BillStage.Waiting, Order = e.Order },
        QuoteGiven e => now with { Stage = BillStage.Quoted, Net = e.Net, Gross = e.Gross },
        InvoiceIssued e => now with { Stage = BillStage.Issued, Net = e.Net, Gross = e.Gross, DueOn = e.DueOn },
        InvoiceCancelled e => now with { Stage = BillStage.Cancelled, Gone = now.Gone + e.Moved },
        BillWithdrawn => now with { Stage = BillStage.Withdrawn },
        MoneyReceived e => now with { Received = now.Received.SetItem(e.PaymentId, e.Amount) },
        MoneyTakenAway e => now with { Received = now.Received.Remove(e.PaymentId) },
        FellDue => now with { IsOverdue = true },
        ReminderSent e => now with { Reminders = e.Level },
        PaidBack e => now with { Gone = now.Gone + e.Amount, Refunds = now.Refunds.Add(e.RefundId) },
        _ => now,
    };
}
