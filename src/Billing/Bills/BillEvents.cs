using EventOps.Contracts;

namespace EventOps.Billing.Bills;

/// <summary>What was ordered, as the selling module said it.</summary>
public sealed record BillOrder(
    Guid OrganisationId, Guid EventId, string Payers, Guid PayerId, string TokenHash, string Reference, LocalizedText Subject,
    DateOnly ServiceFrom, DateOnly ServiceTo, IReadOnlyList<BilledLine> Lines, bool IsQuote, Guid? FeeOf);

public abstract record BillEvent;

public sealed record OrderTaken(BillOrder Order, DateTimeOffset At) : BillEvent;

public sealed record QuoteGiven(Guid DocumentId, DateOnly On, decimal Net, decimal Gross) : BillEvent;

public sealed record InvoiceIssued(Guid DocumentId, DateOnly On, DateOnly DueOn, decimal Net, decimal Gross) : BillEvent;

/// <summary><paramref name="Moved"/>: what goes from the money that came in to the fee's bill.</summary>
public sealed record InvoiceCancelled(Guid DocumentId, DateOnly On, Guid? FeeBillId, decimal Moved) : BillEvent;

/// <summary>Ended before it had a number: nothing to mirror.</summary>
public sealed record BillWithdrawn(DateOnly On) : BillEvent;

public sealed record MoneyReceived(Guid PaymentId, decimal Amount, DateOnly On) : BillEvent;

/// <summary>The payment was somebody else's after all.</summary>
public sealed record MoneyTakenAway(Guid PaymentId, decimal Amount, DateOnly On) : BillEvent;

public sealed record FellDue(DateOnly On) : BillEvent;

public sealed record ReminderSent(int Level, DateOnly On) : BillEvent;

public sealed record PaidBack(Guid RefundId, decimal Amount, DateOnly On) : BillEvent;
