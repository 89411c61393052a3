using EventOps.EventStore;

namespace EventOps.Billing.Payments;

/// <summary>What of a payment goes to one bill.</summary>
public sealed record Share(Guid BillId, decimal Amount);

public abstract record PaymentCommand;

/// <summary><paramref name="Twin"/>: another payment that may be the same; null where there is none.</summary>
public sealed record TakeIn(Guid OrganisationId, decimal Amount, DateOnly On, Guid? Twin) : PaymentCommand;

public sealed record AssignPayment(IReadOnlyList<Share> Shares) : PaymentCommand;

/// <summary>Undoes what was decided; the payment waits again.</summary>
public sealed record FreePayment : PaymentCommand;

public sealed record PutAside : PaymentCommand;

/// <summary>It only looks like the other one.</summary>
public sealed record KeepTwin : PaymentCommand;

/// <summary>It is the other one.</summary>
public sealed record DropTwin : PaymentCommand;

public sealed record PaymentNotFound : Refusal;

public sealed record PaymentMovedOn : Refusal;

/// <summary><paramref name="Amount"/>: what the shares have to add up to.</summary>
public sealed record SharesDoNotFit(decimal Amount) : Refusal;
