using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Registration.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Tests;

/// <summary>This module alone behind real HTTP over a database of its own. Share one per test class; tests make events of their own in it.</summary>
public class MarketHost() : ModuleHost(new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero))
{
    private static readonly Guid s_press = Guid.NewGuid();

    protected override void Add(IServiceCollection services) => services.AddMarketplace();

    protected override void Map(WebApplication app) => app.MapMarketplace();

    public async Task<Fair> Event(bool published = true)
    {
        var id = Guid.CreateVersion7();
        var slug = $"tag-{id.ToString()[^12..]}";
        await Database.Execute($"""
            insert into marketplace.events values ('{id}', '{Organisations.First}', 1, '{slug}', 'Open Government Tag', 'Open Government Day',
              '2026-11-23 08:00Z', '2026-11-23 17:00Z', 'Europe/Berlin', {published},
              array['{s_press}']::uuid[], array['Presse'], array['Press'])
            """);
        return new(this, id, slug);
    }

    /// <summary>An event with a floor of 40 × 25 m, one category at 250 € and stands of 3 × 2 m in a row with 1 m between: A1, A2 ...</summary>
    public async Task<Fair> Fair(int stands = 3, BookingMode? zone = null)
    {
        var fair = await Event();
        var work = new Work()
            .On(fair.PlanStream, Plan.Decider, new DrawPlan(fair.Id, new(40, 25)))
            .On(fair.PlanStream, Plan.Decider, new PutCategory(fair.Category));
        var part = zone is { } mode ? new Zone(Guid.CreateVersion7(), new("Halle", "Hall"), new(0, 0, 40, 25), mode) : null;
        if (part is not null) work.On(fair.PlanStream, Plan.Decider, new PutZone(part));
        for (var at = 0; at < stands; at++)
        {
            var stand = new PlannedStand(
                Guid.CreateVersion7(), $"A{at + 1}", new(1 + at % 9 * 4, 1 + at / 9 * 4, 3, 2), fair.Category.Id, part?.Id, null,
                500, false, []);
            fair.Stands.Add(stand);
            work.On(fair.PlanStream, Plan.Decider, new PutStand(stand))
                .On(Stand.Stream(stand.Id), Stand.Decider, new OpenStand(fair.Id));
        }

        await fair.Do(work);
        return fair;
    }
}

/// <summary>An event of a test, with its plan where it has one.</summary>
public sealed record Fair(MarketHost Host, Guid Id, string Slug)
{
    public Category Category { get; } = new(Guid.CreateVersion7(), new("Stand", "Stand"), 250, 0);

    public List<PlannedStand> Stands { get; } = [];

    public string PlanStream => Plan.Stream(Id);

    public string Url => $"/events/{Slug}";

    public string Market => $"{Url}/market";

    public PlannedStand this[string number] => Stands.Single(stand => stand.Number == number);

    public async Task<Plan> Now() => (await Host.Store.Load(PlanStream, Plan.Decider)).State;

    /// <summary>Does it and must not be refused.</summary>
    public async Task Do(Work work) => Assert.Null((await Host.Store.Handle(work)).Refusal);

    /// <summary>The organiser's hand: the stand is booked. Returns exhibitor and booking.</summary>
    public async Task<(Guid Exhibitor, Guid Booking)> Book(string number)
    {
        var (exhibitor, booking) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Do(
            new Work().On(Stand.Stream(this[number].Id), Stand.Decider, new PlaceAtStand(booking, exhibitor, Host.Clock.Now)));
        return (exhibitor, booking);
    }
}
