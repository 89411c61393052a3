using EventOps.EventStore;

namespace EventOps.Billing.Bills;

public abstract record BillCommand;

public sealed record TakeOrder(BillOrder Order, DateTimeOffset At) : BillCommand;

public sealed record GiveQuote(Guid DocumentId, DateOnly On, decimal Net, decimal Gross) : BillCommand;

/// <summary>Stands in one work with the number that it draws; refused a second time, so that no number is drawn for
/// nothing.</summary>
public sealed record IssueInvoice(Guid DocumentId, DateOnly On, DateOnly DueOn, decimal Net, decimal Gross) : BillCommand;

/// <summary>Ends an invoice, with the document that mirrors it; refused a second time like <see cref="IssueInvoice"/>.</summary>
public sealed record CancelInvoice(Guid DocumentId, DateOnly On, Guid? FeeBillId, decimal Fee) : BillCommand;

/// <summary>Ends what has no number yet.</summary>
public sealed record WithdrawBill(DateOnly On) : BillCommand;

/// <summary>Ends a quote whose payer was erased; whatever else it is by now stays.</summary>
public sealed record ForgetQuote(DateOnly On) : BillCommand;

/// <summary>Negative where a bank took money back.</summary>
public sealed record ReceiveMoney(Guid PaymentId, decimal Amount, DateOnly On) : BillCommand;

public sealed record TakeMoneyAway(Guid PaymentId, DateOnly On) : BillCommand;

/// <summary>The clock says so; nothing to do where it is paid or not due yet.</summary>
public sealed record FallDue(DateOnly On) : BillCommand;

/// <summary><paramref name="Level"/>: 1 for the first; one that was sent already is nothing to do.</summary>
public sealed record Remind(int Level, DateOnly On) : BillCommand;

public sealed record PayBack(Guid RefundId, decimal Amount, DateOnly On) : BillCommand;

public sealed record BillNotFound : Refusal;

/// <summary>Lines, quantities or prices that no bill can have.</summary>
public sealed record OrderMakesNoSense : Refusal;

/// <summary>Nothing waits for a document here any more.</summary>
public sealed record NothingToIssue : Refusal;

/// <summary>It was issued or ended while somebody looked at it.</summary>
public sealed record BillMovedOn : Refusal;

public sealed record BillHasEnded : Refusal;

/// <summary>Who pays only knows the amount once there is an invoice.</summary>
public sealed record NotIssuedYet : Refusal;

/// <summary>What came in was paid back or moved meanwhile.</summary>
public sealed record MoneyIsGone : Refusal;

public sealed record NotOverdue : Refusal;

/// <summary><paramref name="Owed"/>: in euros.</summary>
public sealed record NotOwedBack(decimal Owed) : Refusal;
