using EventOps.Marketplace.Plans;
using EventOps.Support;

namespace EventOps.Marketplace.Tests.Plans;

public class PlanSpecs() : Specs<PlanCommand, Plan, PlanEvent>(Plan.Decider)
{
    private static readonly Guid s_event = Guid.NewGuid();
    private static readonly Category s_category = new(Guid.NewGuid(), new("Stand", "Stand"), 250, 0);
    private static readonly Zone s_zone = new(Guid.NewGuid(), new("Halle", "Hall"), new(0, 0, 20, 10), BookingMode.Approval);
    private static readonly PlanDrawn s_drawn = new(s_event, new(20, 10));
    private static readonly PlannedStand s_stand = new(
        Guid.NewGuid(), "A1", new(1, 1, 3, 2), s_category.Id, null, null, 0, false, []);

    [Fact]
    public void Nothing_is_drawn_before_the_floor()
    {
        Given().When(new PutStand(s_stand)).ThenRefused(new PlanNotFound());
        Given().When(new DrawPlan(s_event, new(20, 10))).Then(s_drawn);
        Given(s_drawn).When(new DrawPlan(s_event, new(20, 10))).ThenNothing();
    }

    [Fact]
    public void A_stand_is_drawn_once_and_changed_by_being_put_again()
    {
        Hall().When(new PutStand(s_stand)).Then(new StandPut(s_stand));
        Hall(s_stand).When(new PutStand(s_stand)).ThenNothing();
        var moved = s_stand with { Box = new(5, 1, 3, 2) };
        Hall(s_stand).When(new PutStand(moved)).Then(new StandPut(moved));
    }

    [Fact]
    public void A_stand_lies_on_the_floor_and_on_no_other()
    {
        Hall().When(new PutStand(s_stand with { Box = new(18, 1, 3, 2) })).ThenRefused(new OutsideThePlan());
        var other = s_stand with { Id = Guid.NewGuid(), Number = "A2" };
        Hall(s_stand).When(new PutStand(other with { Box = new(3.99m, 1, 3, 2) })).ThenRefused(new StandsOverlap("A1"));
        var beside = other with { Box = new(4, 1, 3, 2) };
        Hall(s_stand).When(new PutStand(beside)).Then(new StandPut(beside));
    }

    [Fact]
    public void A_number_stands_on_one_sign_only() => Hall(s_stand)
        .When(new PutStand(s_stand with { Id = Guid.NewGuid(), Number = "a1", Box = new(10, 1, 3, 2) })).ThenRefused(new NumberTaken("a1"));

    [Fact]
    public void Category_and_zone_have_to_be_there()
    {
        Hall().When(new PutStand(s_stand with { CategoryId = Guid.NewGuid() })).ThenRefused(new CategoryNotFound());
        Hall().When(new PutStand(s_stand with { ZoneId = Guid.NewGuid() })).ThenRefused(new ZoneNotFound());
    }

    [Fact]
    public void What_stands_need_stays()
    {
        Given(s_drawn, new CategoryPut(s_category), new ZonePut(s_zone), new StandPut(s_stand with { ZoneId = s_zone.Id }))
            .When(new RemoveZone(s_zone.Id)).ThenRefused(new ZoneInUse());
        Hall(s_stand).When(new RemoveCategory(s_category.Id)).ThenRefused(new CategoryInUse());
        Hall(s_stand).When(new DrawPlan(s_event, new(3.5m, 10))).ThenRefused(new OutsideThePlan());
    }

    [Fact]
    public void A_plan_has_room_for_so_many_and_no_more()
    {
        var many = Enumerable.Range(0, Plan.MostStands).Select(at => s_stand with
        {
            Id = Guid.NewGuid(),
            Number = $"{at}",
            Box = new(at % 100 * 0.2m, at / 100 * 0.5m, 0.2m, 0.5m),
        }).ToArray();
        Hall(many).When(new PutStand(s_stand with { Box = new(1, 8, 1, 1) })).ThenRefused(new TooManyStands(Plan.MostStands));
    }

    [Fact]
    public void Neighbours_are_mutual_whoever_names_whom()
    {
        var other = s_stand with { Id = Guid.NewGuid(), Number = "A2", Box = new(4, 1, 3, 2), Neighbours = [s_stand.Id] };
        Assert.Equal([other.Id], Hall(s_stand, other).State.Stands.Find(s_stand.Id)!.Neighbours);
        Assert.Empty(Hall(s_stand, other, other with { Neighbours = [] }).State.Stands.Find(s_stand.Id)!.Neighbours);
        var gone = Given(
            [s_drawn, new CategoryPut(s_category), new StandPut(s_stand), new StandPut(other), new StandRemoved(other.Id)]);
        Assert.Empty(gone.State.Stands.Find(s_stand.Id)!.Neighbours);
    }

    [Fact]
    public void Neighbours_stand_beside_or_across_the_aisle_and_not_behind_another()
    {
        PlannedStand At(string number, decimal x, decimal y) => s_stand with { Id = Guid.NewGuid(), Number = number, Box = new(x, y, 3, 2) };
        var (left, right, across, aslant, far) = (At("A2", 1, 1), At("A4", 7, 1), At("B3", 4, 6), At("B4", 7, 6), At("C3", 4, 8.01m));
        var beyond = At("A5", 10, 1);
        var found = Neighbourhood.Of(s_stand.Id, new(4, 1, 3, 2), [s_stand, left, right, across, aslant, far, beyond]);
        Assert.Equal([left.Id, right.Id, across.Id, aslant.Id], found);
    }

    [Fact]
    public void Price_and_way_of_booking_come_from_the_stand_or_from_what_it_belongs_to()
    {
        var plan = Given(
            s_drawn, new CategoryPut(s_category), new ZonePut(s_zone),
            new StandPut(s_stand with { ZoneId = s_zone.Id, NetPrice = 99.50m })).State;
        var stand = plan.Stands.Find(s_stand.Id)!;
        Assert.Equal(99.50m, plan.PriceOf(stand));
        Assert.Equal(250m, plan.PriceOf(stand with { NetPrice = null }));
        Assert.Equal(BookingMode.Approval, plan.ModeOf(stand));
        Assert.Equal(BookingMode.Open, plan.ModeOf(stand with { ZoneId = null }));
    }

    private History Hall(params PlannedStand[] stands) =>
        Given([s_drawn, new CategoryPut(s_category), .. stands.Select(stand => new StandPut(stand))]);
}
