using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Queues;
using EventOps.Marketplace.Stands;
using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>What has to be true of a hall after a race, whatever happened in between.</summary>
internal static class StandVerdicts
{
    // The clock that decides and the clock that records are two calls apart.
    private static readonly TimeSpan s_apart = TimeSpan.FromSeconds(1);

    public static Stand StateOf(IReadOnlyList<Recorded> events) =>
        Stand.Decider.Fold(events.Select(recorded => (StandEvent)recorded.Event));

    /// <summary>Nobody is let in while another one's hold or booking binds.</summary>
    public static IEnumerable<Violation> OneHolder(Guid id, IReadOnlyList<Recorded> events)
    {
        var stand = Stand.Decider.Initial;
        var promised = new Dictionary<Guid, DateTimeOffset>();
        foreach (var recorded in events)
        {
            var taken = stand is Stand.Booked or Stand.Blocked
                || (stand is Stand.Held held && promised.GetValueOrDefault(held.HoldId, held.Until) > recorded.At + s_apart);
            if (recorded.Event is StandHeld next && taken)
                yield return new("holder", $"Stand {id} was held by two at version {recorded.Version}.");
            if (recorded.Event is StandHeld own)
            {
                // A hold binds for its minute even if something shortened it on its way into the store.
                promised[own.HoldId] = own.Until > recorded.At ? own.Until : recorded.At.AddMinutes(1);
            }

            if (recorded.Event is StandBooked booked && stand is Stand.Held now && now.HoldId != booked.BookingId)
                yield return new("holder", $"Stand {id} was booked over another one's hold at version {recorded.Version}.");
            stand = Stand.Evolve(stand, (StandEvent)recorded.Event);
        }
    }

    /// <summary>Stands and exhibitors tell the same story.</summary>
    public static IEnumerable<Violation> Agree(
        IReadOnlyDictionary<Guid, IReadOnlyList<Recorded>> stands, IReadOnlyDictionary<Guid, Exhibitor> exhibitors)
    {
        var told = exhibitors.SelectMany(who => who.Value.Booked.Select(booking => (booking.StandId, Who: who.Key, booking.Id))).ToHashSet();
        var had = stands.Where(stand => StateOf(stand.Value) is Stand.Booked)
            .Select(stand => (StandId: stand.Key, Booked: (Stand.Booked)StateOf(stand.Value)))
            .Select(stand => (stand.StandId, Who: stand.Booked.ExhibitorId, Id: stand.Booked.BookingId)).ToHashSet();
        foreach (var only in told.Except(had)) yield return new(
            "agree", $"Exhibitor {only.Who} believes to have stand {only.StandId}.");
        foreach (var only in had.Except(told)) yield return new(
            "agree", $"Stand {only.StandId} is booked by {only.Who}, who does not know it.");
        foreach (var twice in told.GroupBy(one => one.StandId).Where(same => same.Count() > 1))
            yield return new("agree", $"Stand {twice.Key} is booked {twice.Count()} times.");
    }

    /// <summary>What exhibitors were promised is there.</summary>
    public static IEnumerable<Violation> Stock(Extra extra, Guid id, int stock, IReadOnlyDictionary<Guid, Exhibitor> exhibitors)
    {
        var promised = exhibitors.Values.SelectMany(who => who.Booked).SelectMany(booking => booking.Extras)
            .Where(one => one.ExtraId == id)
            .Sum(one => one.Count);
        if (promised > stock) yield return new("stock", $"{promised} tables are promised, and there are {stock}.");
        if (promised != extra.Kept) yield return new("stock", $"{promised} tables are promised, and {extra.Kept} are counted.");
    }

    /// <summary>One offer at a time for each stand.</summary>
    public static IEnumerable<Violation> OfferedOnce(IEnumerable<Recorded> queues)
    {
        var open = new Dictionary<Guid, Guid>();
        foreach (var recorded in queues.OrderBy(recorded => recorded.Sequence))
        {
            if (recorded.Event is StandOffered offer)
            {
                if (open.ContainsValue(offer.StandId))
                    yield return new("offer", $"Stand {offer.StandId} was offered twice at once.");
                open[offer.HoldId] = offer.StandId;
            }
            else if (recorded.Event is OfferEnded ended)
            {
                open.Remove(ended.HoldId);
            }
        }
    }

    /// <summary>What was confirmed, and not given back since, is there.</summary>
    public static IEnumerable<Violation> Kept(History history, Fairground fair, IReadOnlyDictionary<Guid, Exhibitor> exhibitors)
    {
        foreach (var own in history.Ops.Where(op => op.Name is "confirm" or "cancel").GroupBy(op => op.Proc))
        {
            var last = own.OrderBy(op => op.Completed).Last();
            if (last is { Name: "confirm", Result: Result.Ok, Value: "done=booked" }
                && !exhibitors[fair.Exhibitors[own.Key]].Booked.Any())
                yield return new("lost", $"Exhibitor {own.Key} was told that the stand is booked, and has none.");
        }
    }

    /// <summary>The longest time in which a stand was free, and somebody waited for its kind without an offer.</summary>
    public static async Task<TimeSpan> LongestIdle(
        Fairground fair, IReadOnlyDictionary<Guid, IReadOnlyList<Recorded>> stands, IReadOnlyList<Recorded> queues,
        TwoHosts hosts)
    {
        var (plan, _) = await hosts.Store.Load(Plan.Stream(fair.EventId), Plan.Decider);
        var longest = TimeSpan.Zero;
        foreach (var category in fair.Categories)
        {
            var (queue, states) = (Queue.Decider.Initial, new Dictionary<Guid, Stand>());
            DateTimeOffset? since = null;
            var mine = stands.Where(stand => plan.Stands.Find(stand.Key)?.CategoryId == category)
                .SelectMany(stand => stand.Value);
            foreach (var recorded in queues.Where(one => one.Stream == Queue.Stream(category)).Concat(mine).OrderBy(one => one.Sequence))
            {
                if (since is { } from && recorded.At - from > longest) longest = recorded.At - from;
                if (recorded.Event is QueueEvent happened) queue = Queue.Evolve(queue, happened);
                else states[Guid.Parse(recorded.Stream.AsSpan("stand-".Length))] = Next(states, recorded);
                var waits = queue.Next is not null && states.Values.Any(stand => stand is Stand.Free);
                since = waits ? since ?? recorded.At : null;
            }

            if (since is { } still && DateTimeOffset.UtcNow - still > longest) longest = DateTimeOffset.UtcNow - still;
        }

        return longest;
    }

    private static Stand Next(Dictionary<Guid, Stand> states, Recorded recorded) => Stand.Evolve(
        states.GetValueOrDefault(Guid.Parse(recorded.Stream.AsSpan("stand-".Length))) ?? Stand.Decider.Initial,
        (StandEvent)recorded.Event);
}
