using EventOps.EventStore;

namespace EventOps.Marketplace.Stands;

/// <summary>One stand and who has it. Stream: stand-{id}. An overdue hold binds nobody: every command looks at the time itself.</summary>
public abstract record Stand
{
    public sealed record Unknown : Stand;

    public sealed record Free(Guid EventId) : Stand;

    /// <summary>Kept for somebody until then; never longer than <paramref name="Longest"/>.</summary>
    public sealed record Held(Guid EventId, Guid HoldId, Guid ExhibitorId, DateTimeOffset Until, DateTimeOffset Longest) : Stand
    {
        public bool Binds(DateTimeOffset at) => at < Until;
    }

    public sealed record Booked(Guid EventId, Guid BookingId, Guid ExhibitorId) : Stand;

    /// <summary>Kept back by the organiser.</summary>
    public sealed record Blocked(Guid EventId) : Stand;

    /// <summary>Taken off the plan.</summary>
    public sealed record Gone(Guid EventId) : Stand;

    public static Decider<StandCommand, Stand, StandEvent> Decider { get; } = new("stand", new Unknown(), Decide, Evolve);

    public static string Stream(Guid id) => $"stand-{id}";

    public static Decision<StandEvent> Decide(StandCommand command, Stand now) => (command, now) switch
    {
        (OpenStand c, Unknown) => new StandOpened(c.EventId),
        (OpenStand c, Gone) => new StandOpened(c.EventId),
        (OpenStand, _) => Decision<StandEvent>.Nothing,
        (_, Unknown or Gone) => new StandNotFound(),

        (HoldStand c, Held h) when h.HoldId == c.HoldId => Decision<StandEvent>.Nothing,
        (HoldStand c, Held h) when h.Binds(c.At) => new StandTaken(),
        (HoldStand c, Free or Held) => new StandHeld(c.HoldId, c.ExhibitorId, c.Until, c.Longest),
        (HoldStand c, Booked b) when b.BookingId == c.HoldId => Decision<StandEvent>.Nothing,
        (HoldStand, _) => new StandTaken(),

        (ExtendHold c, Held h) when h.HoldId == c.HoldId => Extend(c, h),
        (ExtendHold, _) => new HoldGone(),

        // Who was late, but before anybody else, still gets it.
        (BookStand c, Held h) when h.HoldId == c.HoldId => new StandBooked(c.HoldId, h.ExhibitorId),
        (BookStand c, Booked b) when b.BookingId == c.HoldId => Decision<StandEvent>.Nothing,
        (BookStand, _) => new HoldGone(),

        (PlaceAtStand c, Booked b) when b.BookingId == c.BookingId => Decision<StandEvent>.Nothing,
        (PlaceAtStand c, Held h) when h.Binds(c.At) && h.ExhibitorId != c.ExhibitorId => new StandTaken(),
        (PlaceAtStand c, Free or Held or Blocked) => new StandBooked(c.BookingId, c.ExhibitorId),
        (PlaceAtStand, _) => new StandTaken(),

        (PassStand c, Booked b) when b.BookingId == c.From => new StandPassed(c.From, c.To, c.ExhibitorId),
        (PassStand c, Booked b) when b.BookingId == c.To => Decision<StandEvent>.Nothing,
        (PassStand, _) => new StandTaken(),

        // Extended or confirmed meanwhile: then nothing that belongs to the hold may go either.
        (LapseHold c, Held h) when h.HoldId == c.HoldId => h.Binds(c.At)
            ? new StillHeld() : new HoldLapsed(c.HoldId, h.ExhibitorId),
        (LapseHold c, Booked b) when b.BookingId == c.HoldId => new StillHeld(),
        (LapseHold, _) => Decision<StandEvent>.Nothing,

        (FreeStand c, Held h) when h.HoldId == c.Id => new StandFreed(c.Id, h.ExhibitorId),
        (FreeStand c, Booked b) when b.BookingId == c.Id => new StandFreed(c.Id, b.ExhibitorId),
        (FreeStand, _) => Decision<StandEvent>.Nothing,

        (BlockStand, Blocked) => Decision<StandEvent>.Nothing,
        (BlockStand c, Held h) when h.Binds(c.At) => new StandTaken(),
        (BlockStand, Free or Held) => new StandBlocked(),
        (BlockStand, _) => new StandTaken(),
        (UnblockStand, Blocked) => new StandUnblocked(),
        (UnblockStand, _) => Decision<StandEvent>.Nothing,

        (WithdrawStand c, Held h) when h.Binds(c.At) => new StandInUse(),
        (WithdrawStand, Booked) => new StandInUse(),
        (WithdrawStand, _) => new StandWithdrawn(),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Stand Evolve(Stand now, StandEvent happened) => happened switch
    {
        StandOpened e => new Free(e.EventId),
        StandHeld e => new Held(EventOf(now), e.HoldId, e.ExhibitorId, e.Until, e.Longest),
        HoldExtended e when now is Held held => held with { Until = e.Until },
        StandBooked e => new Booked(EventOf(now), e.BookingId, e.ExhibitorId),
        StandPassed e => new Booked(EventOf(now), e.To, e.ExhibitorId),
        HoldLapsed or StandFreed or StandUnblocked => new Free(EventOf(now)),
        StandBlocked => new Blocked(EventOf(now)),
        StandWithdrawn => new Gone(EventOf(now)),
        _ => now,
    };

    private static Decision<StandEvent> Extend(ExtendHold wish, Held hold)
    {
        var until = wish.Until < hold.Longest ? wish.Until : hold.Longest;
        return until > hold.Until ? new HoldExtended(hold.HoldId, until)
            : hold.Until == hold.Longest ? new HoldAtItsLimit(hold.Longest) : Decision<StandEvent>.Nothing;
    }

    private static Guid EventOf(Stand stand) => stand switch
    {
        Free s => s.EventId,
        Held s => s.EventId,
        Booked s => s.EventId,
        Blocked s => s.EventId,
        Gone s => s.EventId,
        _ => Guid.Empty,
    };
}
