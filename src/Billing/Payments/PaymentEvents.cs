namespace EventOps.Billing.Payments;

public abstract record PaymentEvent;

public sealed record PaymentTakenIn(Guid OrganisationId, decimal Amount, DateOnly On, Guid? Twin) : PaymentEvent;

public sealed record PaymentAssigned(IReadOnlyList<Share> Shares) : PaymentEvent;

public sealed record PaymentFreed : PaymentEvent;

public sealed record PaymentSetAside : PaymentEvent;

public sealed record TwinKept : PaymentEvent;

public sealed record TwinDropped : PaymentEvent;
