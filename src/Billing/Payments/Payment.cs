using EventOps.EventStore;

namespace EventOps.Billing.Payments;

/// <summary>Where a payment stands.</summary>
public enum PaymentStage
{
    Missing,

    /// <summary>May be one that another file brought already.</summary>
    Suspected,

    /// <summary>Nobody knows yet what it is for.</summary>
    Unmatched,
    Assigned,

    /// <summary>No bill's: a person said so.</summary>
    SetAside,

    /// <summary>The same as another one: a person said so.</summary>
    Dropped,
}

/// <summary>One sum on the account and the bills that it pays. Stream: payment-{id}.</summary>
public sealed record Payment(PaymentStage Stage, Guid OrganisationId, decimal Amount, DateOnly On, IReadOnlyList<Share> Shares)
{
    public static Decider<PaymentCommand, Payment, PaymentEvent> Decider { get; } =
        new("payment", new(PaymentStage.Missing, Guid.Empty, 0, default, []), Decide, Evolve);

    public static string Stream(Guid id) => $"payment-{id}";

    public static Decision<PaymentEvent> Decide(PaymentCommand command, Payment now) => (command, now.Stage) switch
    {
        (TakeIn c, PaymentStage.Missing) => new PaymentTakenIn(c.OrganisationId, c.Amount, c.On, c.Twin),
        (TakeIn, _) => Decision<PaymentEvent>.Nothing,
        (_, PaymentStage.Missing) => new PaymentNotFound(),
        (AssignPayment c, PaymentStage.Assigned) =>
            c.Shares.SequenceEqual(now.Shares) ? Decision<PaymentEvent>.Nothing : new PaymentMovedOn(),
        (AssignPayment c, PaymentStage.Unmatched) =>
            Fits(c.Shares, now.Amount) ? new PaymentAssigned(c.Shares) : new SharesDoNotFit(now.Amount),
        (FreePayment, PaymentStage.Assigned or PaymentStage.SetAside or PaymentStage.Dropped) => new PaymentFreed(),
        (FreePayment, _) => Decision<PaymentEvent>.Nothing,
        (PutAside, PaymentStage.Unmatched) => new PaymentSetAside(),
        (PutAside, PaymentStage.SetAside) => Decision<PaymentEvent>.Nothing,
        (KeepTwin, PaymentStage.Suspected) => new TwinKept(),
        (DropTwin, PaymentStage.Suspected) => new TwinDropped(),
        (DropTwin, PaymentStage.Dropped) => Decision<PaymentEvent>.Nothing,
        (AssignPayment or PutAside or KeepTwin or DropTwin, _) => new PaymentMovedOn(),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Payment Evolve(Payment now, PaymentEvent happened) => happened switch
    {
        PaymentTakenIn e =>
            new(e.Twin is null ? PaymentStage.Unmatched : PaymentStage.Suspected, e.OrganisationId, e.Amount, e.On, []),
        PaymentAssigned e => now with { Stage = PaymentStage.Assigned, Shares = e.Shares },
        PaymentFreed or TwinKept => now with { Stage = PaymentStage.Unmatched, Shares = [] },
        PaymentSetAside => now with { Stage = PaymentStage.SetAside },
        TwinDropped => now with { Stage = PaymentStage.Dropped },
        _ => now,
    };

    // All of it goes somewhere, each bill once; a sum that the bank took back is negative in all its shares.
    private static bool Fits(IReadOnlyList<Share> shares, decimal amount) =>
        shares.Count > 0 && shares.Sum(share => share.Amount) == amount
        && shares.All(share => Math.Sign(share.Amount) == Math.Sign(amount))
            && shares.DistinctBy(share => share.BillId).Count() == shares.Count;
}
