using EventOps.EventStore;

namespace EventOps.Marketplace.Queues;

/// <summary>
/// Who waits for a stand of one category, in order. Stream: queue-{category}. While somebody waits, a stand that comes free is theirs
/// first: whoever wants to hold one asks here, too.
/// </summary>
/// <param name="Waiting">Exhibitors in the order of their coming.</param>
/// <param name="Offers">Stands that are being offered, by hold.</param>
public sealed record Queue(IReadOnlyList<Guid> Waiting, IReadOnlyDictionary<Guid, StandOffer> Offers)
{
    public static Decider<QueueCommand, Queue, QueueEvent> Decider { get; } =
        new("queue", new([], new Dictionary<Guid, StandOffer>()), Decide, Evolve);

    public static string Stream(Guid categoryId) => $"queue-{categoryId}";

    /// <summary>Who is asked next; those who have an offer are thinking about it.</summary>
    public Guid? Next =>
        Waiting.Where(who => Offers.Values.All(offer => offer.ExhibitorId != who)).Select(who => (Guid?)who).FirstOrDefault();

    public StandOffer? OfferTo(Guid exhibitorId) => Offers.Values.FirstOrDefault(offer => offer.ExhibitorId == exhibitorId);

    public static Decision<QueueEvent> Decide(QueueCommand command, Queue now) => command switch
    {
        JoinQueue c => now.Waiting.Contains(c.ExhibitorId)
            ? Decision<QueueEvent>.Nothing : new QueueJoined(c.EventId, c.ExhibitorId),
        LeaveQueue c => now.Waiting.Contains(c.ExhibitorId) ? new QueueLeft(c.ExhibitorId) : Decision<QueueEvent>.Nothing,
        OfferStand c => now.Offers.ContainsKey(c.HoldId) ? Decision<QueueEvent>.Nothing
            : now.Next != c.ExhibitorId ? new NotTheirTurn() : new StandOffered(c.HoldId, c.StandId, c.ExhibitorId, c.Until),
        EndOffer c => now.Offers.ContainsKey(c.HoldId) ? new OfferEnded(c.HoldId, c.Took) : Decision<QueueEvent>.Nothing,
        PassBy c => now.Next is { } next && next != c.ExhibitorId
            ? new OthersWait(now.Waiting.Count) : Decision<QueueEvent>.Nothing,
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Queue Evolve(Queue now, QueueEvent happened) => happened switch
    {
        QueueJoined e => now with { Waiting = [.. now.Waiting, e.ExhibitorId] },
        QueueLeft e => now with { Waiting = [.. now.Waiting.Where(who => who != e.ExhibitorId)] },
        StandOffered e => now with { Offers = new Dictionary<Guid, StandOffer>(now.Offers) { [e.HoldId] = new(e.HoldId, e.StandId, e.ExhibitorId, e.Until) } },
        // Who takes the stand, says no or lets the time pass waits no longer.
        OfferEnded e => new(
            [.. now.Waiting.Where(who => who != now.Offers.GetValueOrDefault(e.HoldId)?.ExhibitorId)],
            now.Offers.Where(offer => offer.Key != e.HoldId).ToDictionary()),
        _ => now,
    };
}

/// <summary>A stand that waits for somebody's yes.</summary>
public sealed record StandOffer(Guid HoldId, Guid StandId, Guid ExhibitorId, DateTimeOffset Until);

public abstract record QueueCommand;

public sealed record JoinQueue(Guid EventId, Guid ExhibitorId) : QueueCommand;

public sealed record LeaveQueue(Guid ExhibitorId) : QueueCommand;

/// <summary>Together with the stand's hold of the same id.</summary>
public sealed record OfferStand(Guid HoldId, Guid StandId, Guid ExhibitorId, DateTimeOffset Until) : QueueCommand;

/// <summary>Taken, declined or overdue.</summary>
public sealed record EndOffer(Guid HoldId, bool Took) : QueueCommand;

/// <summary>Somebody wants to hold a stand without having waited for it.</summary>
public sealed record PassBy(Guid ExhibitorId) : QueueCommand;

public abstract record QueueEvent;

public sealed record QueueJoined(Guid EventId, Guid ExhibitorId) : QueueEvent;

public sealed record QueueLeft(Guid ExhibitorId) : QueueEvent;

public sealed record StandOffered(Guid HoldId, Guid StandId, Guid ExhibitorId, DateTimeOffset Until) : QueueEvent;

public sealed record OfferEnded(Guid HoldId, bool Took) : QueueEvent;

public sealed record NotTheirTurn : Refusal;

/// <summary>The next free stand of this category is promised to those who wait.</summary>
public sealed record OthersWait(int Waiting) : Refusal;
