using EventOps.EventStore.Projecting;

namespace EventOps.EventStore.Tests.Projecting;

public class SettledTests
{
    [Fact]
    public void Who_wants_nothing_of_what_came_need_not_look()
    {
        var settled = new Settled();
        Assert.True(settled.MayHold(0, 10, ["a"])); // nothing is known
        settled.Publish(10, null);
        settled.Publish(20, Types("a"));
        settled.Publish(30, Types("b", "c"));
        Assert.False(settled.MayHold(20, 30, ["a"]));
        Assert.True(settled.MayHold(20, 30, ["x", "c"]));
        Assert.True(settled.MayHold(15, 30, ["a"])); // begins within a stretch that has some
        Assert.True(settled.MayHold(5, 30, ["x"])); // begins before what is known
        Assert.False(settled.MayHold(30, 30, ["b"]));
    }

    [Fact]
    public void What_came_long_ago_is_not_known_any_more()
    {
        var settled = new Settled();
        for (var number = 1; number <= 100; number++) settled.Publish(number, Types("a"));
        Assert.True(settled.MayHold(1, 100, ["b"]));
        Assert.False(settled.MayHold(90, 100, ["b"]));
        settled.Publish(101, null);
        Assert.True(settled.MayHold(90, 101, ["b"]));
        Assert.Equal(101, settled.Number);
    }

    private static HashSet<string> Types(params string[] types) => [.. types];
}
