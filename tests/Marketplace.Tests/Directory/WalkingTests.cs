using EventOps.Marketplace.Directory;
using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.Tests.Directory;

public class WalkingTests
{
    private static readonly Guid s_category = Guid.NewGuid();

    [Fact]
    public void One_walks_around_stands_and_not_through_them()
    {
        // A wall of stands from edge to edge of the hall, but for a gap at its far end.
        var (here, behind) = (Stand("A1", 2, 2, 2, 2), Stand("A2", 2, 8, 2, 2));
        var wall = Stand("W", 0, 5, 17, 2);
        var far = Walking.From(Hall(here, behind, wall), here);
        Assert.Equal(0, far[here.Id]);
        Assert.InRange(far[behind.Id], 24, 36);
        var open = Walking.From(Hall(here, behind), here);
        Assert.InRange(open[behind.Id], 2.5, 5);
    }

    [Fact]
    public void From_an_entrance_the_order_is_that_of_the_way()
    {
        var (near, far) = (Stand("A1", 3, 3, 2, 2), Stand("A2", 15, 3, 2, 2));
        var door = new Entrance(Guid.NewGuid(), new("Nord", "North"), 0, 4);
        var way = Walking.From(Hall(near, far), door);
        Assert.InRange(way[near.Id], 1.5, 4);
        Assert.InRange(way[far.Id], 13, 17);
    }

    [Fact]
    public void Who_is_walled_in_is_still_somewhere()
    {
        var inner = Stand("I", 5, 5, 1, 1);
        var around = new[] { Stand("N", 4, 4, 3, 1), Stand("S", 4, 6, 3, 1), Stand("W", 4, 5, 1, 1), Stand("E", 6, 5, 1, 1) };
        var far = Walking.From(Hall([inner, .. around]), new Entrance(Guid.NewGuid(), new("", ""), 0, 0));
        Assert.True(double.IsFinite(far[inner.Id]));
    }

    private static Plan Hall(params PlannedStand[] stands) => Plan.Decider.Fold(
        [new PlanDrawn(Guid.NewGuid(), new(20, 12)), .. stands.Select(stand => new StandPut(stand))]);

    private static PlannedStand Stand(string number, decimal x, decimal y, decimal width, decimal depth) =>
        new(Guid.NewGuid(), number, new(x, y, width, depth), s_category, null, null, 0, false, []);
}
