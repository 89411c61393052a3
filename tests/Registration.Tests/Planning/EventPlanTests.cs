using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.Pools;

namespace EventOps.Registration.Tests.Planning;

public class EventPlanTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task A_plan_stores_the_event_and_its_pools_together()
    {
        var planned = await PlannedEvent.In(host, capacity: 320, types: ["Stadt", "Presse"]);

        var (e, _) = await host.Store.Load(Event.Stream(planned.Id), Event.Decider);
        var (pool, _) = await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider);

        Assert.True(e.Published);
        Assert.Equal(["Stadt", "Presse"], e.TicketTypes.Select(type => type.Name.De));
        Assert.Equal([1, 2], e.TicketTypes.Select(type => type.Number));
        Assert.Equal((320, planned.Id), (pool.Capacity, pool.EventId));
    }

    [Fact]
    public async Task The_same_plan_sent_twice_is_one_event()
    {
        var plan = Plan($"twice-{Guid.NewGuid():N}");
        await EventPlan.Commit(host.Store, EventPlan.Work(plan, Metadata.None), default);
        var again = await EventPlan.Commit(host.Store, EventPlan.Work(plan, Metadata.None), default);

        Assert.Null(again.Refusal);
        Assert.Empty(again.Events);
    }

    [Fact]
    public async Task A_slug_belongs_to_one_event()
    {
        var slug = $"taken-{Guid.NewGuid():N}";
        await EventPlan.Commit(host.Store, EventPlan.Work(Plan(slug), Metadata.None), default);
        var second = await EventPlan.Commit(host.Store, EventPlan.Work(Plan(slug), Metadata.None), default);

        Assert.IsType<SlugTaken>(second.Refusal);
        Assert.Equal(1L, await host.Database.Read<long>($"select count(*) from registration.events where slug = '{slug}'"));
    }

    [Fact]
    public async Task A_plan_whose_part_is_refused_stores_nothing()
    {
        var plan = Plan($"refused-{Guid.NewGuid():N}") with
        {
            Parts = EventParts.None with { TicketTypes = [new(Guid.CreateVersion7(), 1, new("A", "A"), new("", ""), 1, [Guid.NewGuid()])] },
        };

        var outcome = await EventPlan.Commit(host.Store, EventPlan.Work(plan, Metadata.None), default);

        Assert.IsType<QuotaNotFound>(outcome.Refusal);
        Assert.Empty(await host.Store.Read(Event.Stream(plan.EventId)));
    }

    private static EventPlan Plan(string slug) => new(
        Guid.CreateVersion7(), RegistrationHost.City, slug, EventTexts.Empty,
        new(new(2027, 5, 5, 8, 0, 0, TimeSpan.Zero), new(2027, 5, 5, 16, 0, 0, TimeSpan.Zero), null, "Europe/Berlin"),
        EventParts.None, new Dictionary<Guid, int>());
}
