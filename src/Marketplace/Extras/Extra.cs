using EventOps.Contracts;
using EventOps.EventStore;

namespace EventOps.Marketplace.Extras;

/// <summary>
/// Something that is booked beside a stand, of which there are so many. Stream: extra-{id}. Like a stand's, an overdue share binds
/// nobody: every command looks at the time itself.
/// </summary>
/// <param name="EventId">The event; empty before it is offered.</param>
/// <param name="Offer">What it is.</param>
/// <param name="Shares">Who has how many, by hold or booking.</param>
/// <param name="IsWithdrawn">Nobody can book it any more.</param>
public sealed record Extra(Guid EventId, ExtraOffer Offer, IReadOnlyDictionary<Guid, ExtraShare> Shares, bool IsWithdrawn)
{
    public static Decider<ExtraCommand, Extra, ExtraEvent> Decider { get; } = new(
        "extra", new(Guid.Empty, new(LocalizedText.Empty, 0, 0, 0, ExtraKind.Thing), new Dictionary<Guid, ExtraShare>(), false),
        Decide, Evolve);

    public static string Stream(Guid id) => $"extra-{id}";

    /// <summary>How many are promised for good.</summary>
    public int Kept => Shares.Values.Where(share => share.Until is null).Sum(share => share.Count);

    /// <summary>How many somebody can still have.</summary>
    /// <param name="at">The moment of asking.</param>
    /// <param name="but">Whose own share does not count.</param>
    public int Left(DateTimeOffset at, Guid? but = null) =>
        Offer.Stock - Shares.Where(share => share.Key != but && share.Value.Binds(at)).Sum(share => share.Value.Count);

    public static Decision<ExtraEvent> Decide(ExtraCommand command, Extra now) => command switch
    {
        OfferExtra c when now.EventId == Guid.Empty => new ExtraOffered(c.EventId, c.Offer),
        OfferExtra => Decision<ExtraEvent>.Nothing,
        _ when now.EventId == Guid.Empty => new ExtraNotFound(),
        ChangeExtra c => c.Offer == now.Offer ? Decision<ExtraEvent>.Nothing
            : c.Offer.Stock < now.Kept ? new StockTooSmall(now.Kept) : new ExtraChanged(c.Offer),
        WithdrawExtra => now.IsWithdrawn ? Decision<ExtraEvent>.Nothing : new ExtraWithdrawn(),
        TakeExtra c => Take(c, now),
        KeepExtra c => Keep(c, now),
        ExtendExtra c => now.Shares.GetValueOrDefault(c.HoldId) is { Until: { } until } && until < c.Until
            ? new ExtraTaken(c.HoldId, now.Shares[c.HoldId].Count, c.Until) : Decision<ExtraEvent>.Nothing,
        DropExtra c => now.Shares.ContainsKey(c.HoldId) ? new ExtraDropped(c.HoldId) : Decision<ExtraEvent>.Nothing,
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Extra Evolve(Extra now, ExtraEvent happened) => happened switch
    {
        ExtraOffered e => now with { EventId = e.EventId, Offer = e.Offer },
        ExtraChanged e => now with { Offer = e.Offer },
        ExtraWithdrawn => now with { IsWithdrawn = true },
        ExtraTaken e => now with { Shares = With(now.Shares, e.HoldId, new(e.Count, e.Until)) },
        ExtraKept e => now with { Shares = With(now.Shares, e.HoldId, new(e.Count, null)) },
        ExtraDropped e => now with { Shares = now.Shares.Where(share => share.Key != e.HoldId).ToDictionary() },
        _ => now,
    };

    private static Decision<ExtraEvent> Take(TakeExtra wish, Extra now)
    {
        if (wish.Count <= 0)
            return now.Shares.ContainsKey(wish.HoldId) ? new ExtraDropped(wish.HoldId) : Decision<ExtraEvent>.Nothing;
        if (now.Shares.GetValueOrDefault(wish.HoldId) == new ExtraShare(wish.Count, wish.Until))
            return Decision<ExtraEvent>.Nothing;
        if (now.IsWithdrawn) return new ExtraNotFound();
        var left = Math.Min(now.Left(wish.At, wish.HoldId), now.Offer.MostPerStand);
        return wish.Count > left
            ? new TooFewLeft(now.Offer.Name, Math.Max(0, left)) : new ExtraTaken(wish.HoldId, wish.Count, wish.Until);
    }

    // Whose time was up keeps its share if nobody else has taken it.
    private static Decision<ExtraEvent> Keep(KeepExtra wish, Extra now)
    {
        if (now.Shares.GetValueOrDefault(wish.HoldId) == new ExtraShare(wish.Count, null)) return Decision<ExtraEvent>.Nothing;
        var left = now.Left(wish.At, wish.HoldId);
        return wish.Count > left ? new TooFewLeft(now.Offer.Name, Math.Max(0, left)) : new ExtraKept(wish.HoldId, wish.Count);
    }

    private static Dictionary<Guid, ExtraShare> With(IReadOnlyDictionary<Guid, ExtraShare> shares, Guid id, ExtraShare share) =>
        new(shares) { [id] = share };
}

/// <summary>What an extra is.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="NetPrice">Euros for one, before tax.</param>
/// <param name="Stock">How many there are.</param>
/// <param name="MostPerStand">How many one stand may have.</param>
/// <param name="Kind">What having it means.</param>
public sealed record ExtraOffer(LocalizedText Name, decimal NetPrice, int Stock, int MostPerStand, ExtraKind Kind);

/// <summary>What having an extra means.</summary>
public enum ExtraKind
{
    /// <summary>A table, a screen.</summary>
    Thing,

    /// <summary>Power beyond what the stand has.</summary>
    Power,

    /// <summary>One more ticket for the team.</summary>
    Badge,
}

/// <summary>How many somebody has; null: for good.</summary>
public sealed record ExtraShare(int Count, DateTimeOffset? Until)
{
    public bool Binds(DateTimeOffset at) => Until is null || at < Until;
}
