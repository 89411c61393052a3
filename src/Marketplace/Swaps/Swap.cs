using EventOps.EventStore;

namespace EventOps.Marketplace.Swaps;

/// <summary>Where a swap stands.</summary>
public enum SwapStage
{
    Missing,
    Offered,
    Done,
    Declined,
    Withdrawn,
}

/// <summary>
/// Two exhibitors who would change places, or one whom the organiser asks to move to a free stand. Stream: swap-{id}. Nothing happens
/// before the other one says yes; then all of it in one transaction.
/// </summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="EventId">The event.</param>
/// <param name="From">Whose wish it is; for a move: who is asked to go.</param>
/// <param name="To">Who is asked; null: the stand is free.</param>
/// <param name="FreeStandId">Where the one who moves goes.</param>
public sealed record Swap(SwapStage Stage, Guid EventId, SwapSide From, SwapSide? To, Guid? FreeStandId)
{
    public static Decider<SwapCommand, Swap, SwapEvent> Decider { get; } =
        new("swap", new(SwapStage.Missing, Guid.Empty, new(default, default, default), null, null), Decide, Evolve);

    /// <summary>Whose yes is needed.</summary>
    public Guid AskedId => To?.ExhibitorId ?? From.ExhibitorId;

    public static string Stream(Guid id) => $"swap-{id}";

    public static Decision<SwapEvent> Decide(SwapCommand command, Swap now) => (command, now.Stage) switch
    {
        (OfferSwap c, SwapStage.Missing) => c.From.BookingId == c.To.BookingId
            ? new NothingToSwap() : new SwapOffered(c.EventId, c.From, c.To),
        (AskToMove c, SwapStage.Missing) => c.From.StandId == c.StandId
            ? new NothingToSwap() : new MoveAsked(c.EventId, c.From, c.StandId),
        (OfferSwap or AskToMove, _) => Decision<SwapEvent>.Nothing,
        (_, SwapStage.Missing) => new SwapNotFound(),
        (AcceptSwap c, SwapStage.Offered) => c.ExhibitorId == now.AskedId ? new SwapAccepted() : new NotAsked(),
        (AcceptSwap, SwapStage.Done) => Decision<SwapEvent>.Nothing,
        (DeclineSwap c, SwapStage.Offered) => c.ExhibitorId == now.AskedId ? new SwapDeclined() : new NotAsked(),
        (DeclineSwap, SwapStage.Declined) => Decision<SwapEvent>.Nothing,
        (WithdrawSwap c, SwapStage.Offered) => c.ExhibitorId is null
            || (now.To is not null && c.ExhibitorId == now.From.ExhibitorId)
            ? new SwapWithdrawn() : new NotAsked(),
        (WithdrawSwap, SwapStage.Withdrawn) => Decision<SwapEvent>.Nothing,
        (AcceptSwap or DeclineSwap or WithdrawSwap, _) => new SwapIsOver(),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Swap Evolve(Swap now, SwapEvent happened) => happened switch
    {
        SwapOffered e => new(SwapStage.Offered, e.EventId, e.From, e.To, null),
        MoveAsked e => new(SwapStage.Offered, e.EventId, e.From, null, e.StandId),
        SwapAccepted => now with { Stage = SwapStage.Done },
        SwapDeclined => now with { Stage = SwapStage.Declined },
        SwapWithdrawn => now with { Stage = SwapStage.Withdrawn },
        _ => now,
    };
}

/// <summary>One of two who would change places.</summary>
public sealed record SwapSide(Guid ExhibitorId, Guid BookingId, Guid StandId);

public abstract record SwapCommand;

public sealed record OfferSwap(Guid EventId, SwapSide From, SwapSide To) : SwapCommand;

/// <summary>The organiser's wish.</summary>
public sealed record AskToMove(Guid EventId, SwapSide From, Guid StandId) : SwapCommand;

/// <summary>Together with both stands and both exhibitors.</summary>
public sealed record AcceptSwap(Guid ExhibitorId) : SwapCommand;

public sealed record DeclineSwap(Guid ExhibitorId) : SwapCommand;

/// <summary>By whoever wished it; null: the organiser.</summary>
public sealed record WithdrawSwap(Guid? ExhibitorId) : SwapCommand;

public abstract record SwapEvent;

public sealed record SwapOffered(Guid EventId, SwapSide From, SwapSide To) : SwapEvent;

public sealed record MoveAsked(Guid EventId, SwapSide From, Guid StandId) : SwapEvent;

public sealed record SwapAccepted : SwapEvent;

public sealed record SwapDeclined : SwapEvent;

public sealed record SwapWithdrawn : SwapEvent;

public sealed record SwapNotFound : Refusal;

/// <summary>Both are the same stand.</summary>
public sealed record NothingToSwap : Refusal;

/// <summary>Somebody else is asked.</summary>
public sealed record NotAsked : Refusal;

public sealed record SwapIsOver : Refusal;
