using EventOps.Barcamp.Boards;
using EventOps.Barcamp.ProposingASchedule;
using EventOps.Barcamp.Reading;

namespace EventOps.Bench;

/// <summary>
/// A barcamp by the dice, the same for the same seed: sessions have a topic and a popularity that falls as Zipf's law says,
/// people have two favourite topics; some hosts have two sessions, some sessions cannot have four slots of ten.
/// </summary>
public static class SampleBarcamp
{
    private const int Topics = 6, StarsEach = 8;
    private const double DoubleHosts = 0.15, Choosy = 0.15, Unavailable = 0.4, FavouriteTopic = 4;

    private static readonly DateTime s_morning = new(2018, 5, 5, 8, 0, 0);
    private static readonly int[] s_seats = [180, 120, 80, 60, 45, 40];

    public static (Plan Plan, Stars Stars) Of(int sessions, int slots, int rooms, int people, int seed)
    {
        var dice = new Random(seed);
        // So short that all fit into one day: wishes are times of a day.
        Slot[] times = [.. Enumerable.Range(0, slots).Select(at =>
            new Slot(Id(2, at), s_morning.AddMinutes(60 * at), s_morning.AddMinutes(60 * at + 45), null))];
        Room[] places = [.. Enumerable.Range(0, rooms).Select(at =>
            new Room(Id(1, at), $"Room {at + 1}", s_seats[at % s_seats.Length], [], [], at % 6 + 1))];
        var hosts = Enumerable.Range(0, sessions).ToArray();
        for (var at = 1; at < sessions; at++)
            if (dice.NextDouble() < DoubleHosts) hosts[at] = hosts[at - 1];
        PlannedSession[] planned = [.. Enumerable.Range(0, sessions).Select(at => new PlannedSession(
            Id(3, at), Id(3, at), $"Session {at + 1}", "", "de", [], [new(Id(4, hosts[at]), $"Host {hosts[at] + 1}")], null,
            SessionState.Parked, 0, DateTimeOffset.UnixEpoch, 1, WishesOf(dice, times), false, null, null))];
        var plan = new Plan(Id(0, seed), "sample", new("Barcamp", "Barcamp"), "Europe/Berlin", 1, DateTimeOffset.UnixEpoch,
            places,
            times, new HashSet<Guid>(), planned);
        return (plan, Stars.From(Wanted(dice, planned, people)));
    }

    // Four slots of ten, from the morning or from the evening: as a host who comes later or leaves earlier.
    private static Wishes WishesOf(Random dice, Slot[] slots)
    {
        if (dice.NextDouble() >= Choosy) return Wishes.None;
        var left = (int)(slots.Length * Unavailable);
        return dice.Next(2) == 0
            ? Wishes.None with { NotBefore = TimeOnly.FromDateTime(slots[left].StartsAt) }
            : Wishes.None with { NotAfter = TimeOnly.FromDateTime(slots[^(left + 1)].EndsAt) };
    }

    private static IEnumerable<(Guid, int)> Wanted(Random dice, PlannedSession[] sessions, int people)
    {
        var topics = sessions.Select(_ => dice.Next(Topics)).ToArray();
        var popularity = Enumerable.Range(1, sessions.Length).Select(rank => 1.0 / rank).ToArray();
        dice.Shuffle(popularity);
        for (var person = 0; person < people; person++)
        {
            var (first, second) = (dice.Next(Topics), dice.Next(Topics));
            // Drawn without putting back: the largest of weighted random keys.
            var order = Enumerable.Range(0, sessions.Length).OrderByDescending(at => Math.Pow(dice.NextDouble(),
                1 / (Math.Sqrt(popularity[at]) * (topics[at] == first || topics[at] == second ? FavouriteTopic : 1))));
            foreach (var at in order.Take(StarsEach)) yield return (sessions[at].Id, person);
        }
    }

    private static Guid Id(int kind, int number) => new(kind, 0, 0, BitConverter.GetBytes((long)number));
}
