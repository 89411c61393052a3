using EventOps.Marketplace.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Marketplace.Tests.Plans;

/// <summary>Whatever is drawn, in whatever order.</summary>
public class PlanProperties
{
    private const int Ids = 8;
    private static readonly Guid[] s_ids = [.. Enumerable.Range(1, Ids).Select(at => new Guid(at, 0, 0, new byte[8]))];
    private static readonly Category s_category = new(Guid.NewGuid(), new("Stand", "Stand"), 250, 0);

    private static readonly Gen<Box> s_boxes =
        from x in Gen.Choose(0, 90)
        from y in Gen.Choose(0, 90)
        from width in Gen.Choose(1, 40)
        from depth in Gen.Choose(1, 40)
        select new Box(x / 10m, y / 10m, width / 10m, depth / 10m);

    private static readonly Gen<PlannedStand> s_stands =
        from id in Gen.Elements(s_ids)
        from box in s_boxes
        from number in Gen.Choose(1, 10)
        from neighbours in Gen.SubListOf(s_ids)
        select new PlannedStand(
            id, $"A{number}", box, s_category.Id, null, null, 0, false, [.. neighbours.Where(other => other != id)]);

    private static readonly Gen<PlanCommand> s_commands = Gen.Frequency(
        (4, s_stands.Select(stand => (PlanCommand)new PutStand(stand))),
        (1, Gen.Elements(s_ids).Select(id => (PlanCommand)new RemoveStand(id))));

    [Fact]
    public void Overlapping_is_mutual_and_leaves_no_gap() => Prop.ForAll(
        (from one in s_boxes from other in s_boxes select (one, other)).ToArbitrary(),
        pair => pair.one.Overlaps(pair.other) == pair.other.Overlaps(pair.one)
            && pair.one.GapTo(pair.other) == pair.other.GapTo(pair.one)
            && (!pair.one.Overlaps(pair.other) || pair.one.GapTo(pair.other) == 0)
            && pair.one.Overlaps(pair.one)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_two_stands_ever_lie_on_each_other_or_share_a_number() => Prop.ForAll(
        Gen.ListOf(s_commands).ToArbitrary(), commands =>
        {
            var plan = After(commands);
            return plan.Stands.All(one => plan.Size.Holds(one.Box) && plan.Stands.All(other => other.Id == one.Id
                || (!one.Box.Overlaps(other.Box) && !string.Equals(one.Number, other.Number, StringComparison.OrdinalIgnoreCase))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Neighbours_on_the_plan_always_name_each_other() => Prop.ForAll(
        Gen.ListOf(s_commands).ToArbitrary(), commands =>
        {
            var plan = After(commands);
            return plan.Stands.All(one => one.Neighbours.Select(plan.Stands.Find).OfType<PlannedStand>().All(other => other.Neighbours.Contains(one.Id)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_former_version_comes_back_as_it_was() => Prop.ForAll(
        (from first in Gen.ListOf(s_commands) from later in Gen.ListOf(s_commands) select (first, later)).ToArbitrary(), both =>
        {
            var then = After(both.first);
            var now = both.later.Aggregate(then, Apply);
            var back = Apply(now, new RestorePlan(then));
            return back.Size == then.Size && back.Stands.Count == then.Stands.Count && then.Stands.All(back.Stands.Holds);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Kept_parts_behave_as_a_list_without_doubles() => Prop.ForAll(
        Gen.ListOf(s_stands).ToArbitrary(), stands =>
        {
            var kept = stands.Aggregate(new Kept<PlannedStand>([]), (all, stand) => all.With(stand));
            var last = stands.GroupBy(stand => stand.Id).Select(group => group.Last()).ToList();
            return kept.Count == last.Count && last.All(kept.Holds)
                && last.All(stand => !kept.Without(stand.Id).Has(stand.Id) && kept.Without(stand.Id).Count == kept.Count - 1)
                && kept.Equals(new Kept<PlannedStand>(kept));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_are_ordered_as_people_count()
    {
        string[] numbers = ["A10", "B1", "A2", "a1", "2", "10", "AA1", "A-3"];
        Assert.Equal(["2", "10", "a1", "A2", "A10", "A-3", "AA1", "B1"], numbers.Order(NumberOrder.ByParts));
    }

    private static Plan After(IEnumerable<PlanCommand> commands) => commands
        .Prepend(new PutCategory(s_category)).Prepend(new DrawPlan(Guid.NewGuid(), new(10, 10)))
        .Aggregate(Plan.Decider.Initial, Apply);

    private static Plan Apply(Plan plan, PlanCommand command) => Plan.Decide(command, plan).Events.Aggregate(plan, Plan.Evolve);
}
