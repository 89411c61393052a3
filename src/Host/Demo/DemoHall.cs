using EventOps.EventStore;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;

namespace EventOps.Host.Demo;

/// <summary>The hall of the demo's marketplace: twenty stands in three rows, two of them in zones with ways of their own.</summary>
internal static class DemoHall
{
    private static readonly Category s_usual = new(Guid.NewGuid(), new("Standard", "Standard"), 250, 0);
    private static readonly Category s_corner = new(Guid.NewGuid(), new("Eckstand", "Corner stand"), 320, 1);
    private static readonly Category s_starter = new(Guid.NewGuid(), new("Gründerinnen und Gründer", "Start-ups"), 90, 2);

    /// <summary>Draws it, once. Returns the stands by their numbers.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> Seed(IServiceProvider services, Guid eventId)
    {
        var stream = Plan.Stream(eventId);
        var city = new Zone(Guid.NewGuid(), new("Stadt und Land", "City and state"), new(2.2m, 1.6m, 23.6m, 3.2m),
            BookingMode.Invitation);
        var hub = new Zone(Guid.NewGuid(), new("Werkstatt", "Workshop"), new(2.2m, 12.6m, 17.6m, 3.2m), BookingMode.Approval);
        var work = new Work().On(stream, Plan.Decider, new DrawPlan(eventId, new(28, 18)));
        foreach (var category in (Category[])[s_usual, s_corner, s_starter]) work.On(stream, Plan.Decider,
            new PutCategory(category));
        foreach (var zone in (Zone[])[city, hub]) work.On(stream, Plan.Decider, new PutZone(zone));
        foreach (var door in (Entrance[])[
            new(Guid.NewGuid(), new("Eingang Nord", "North entrance"), 14, 0),
            new(Guid.NewGuid(), new("Eingang Süd", "South entrance"), 24, 18)])
            work.On(stream, Plan.Decider, new PutEntrance(door));
        var drawn = new List<PlannedStand>();
        Row("A", 7, 2.5m, 2.3m, (_, last) => last ? s_corner : s_usual, city.Id, 3.3m);
        Row("B", 8, 2.5m, 7.8m, (first, last) => first || last ? s_corner : s_usual, null, 3);
        Row("C", 5, 2.5m, 13.3m, (_, _) => s_starter, hub.Id, 3.4m);
        foreach (var stand in drawn)
            work.On(stream, Plan.Decider, new PutStand(stand)).On(Stand.Stream(stand.Id), Stand.Decider, new OpenStand(eventId));
        var outcome = await services.GetRequiredService<IEventStore>().Handle(work);
        return outcome.Refusal is null ? drawn.ToDictionary(stand => stand.Number, stand => stand.Id)
            : throw new InvalidOperationException($"The demo's hall was refused: {outcome.Refusal}");

        void Row(string letter, int count, decimal x, decimal y, Func<bool, bool, Category> category, Guid? zone, decimal step)
        {
            for (var at = 0; at < count; at++)
            {
                var (id, box) = (Guid.NewGuid(), new Box(x + at * step, y, 3, 2));
                drawn.Add(new(
                    id, $"{letter}{at + 1}", box, category(at == 0, at == count - 1).Id, zone, null, letter == "C" ? 250 : 1000,
                    at % 2 == 0,
                    Neighbourhood.Of(id, box, drawn)));
            }
        }
    }
}
