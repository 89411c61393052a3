using EventOps.Messaging.Pumping;

namespace EventOps.Messaging.Tests;

public sealed class KnownLanesTests
{
    private static readonly LaneName s_lane = new("handler", "key");

    private readonly KnownLanes _known = new();

    [Fact]
    public void Lanes_come_in_the_order_in_which_they_got_work_each_once()
    {
        foreach (var key in new[] { "b", "a", "b", "c" })
            _known.Add(new("handler", key));

        Assert.Equal(["b", "a"], _known.Take(2).Select(lane => lane.Key));
        Assert.Equal(["c"], _known.Take(2).Select(lane => lane.Key));
        Assert.True(_known.IsEmpty);
    }

    [Fact]
    public void What_comes_while_a_lane_is_held_is_known_when_it_ends()
    {
        _known.Add(s_lane);
        Assert.Equal([s_lane], _known.Take(8));

        _known.Add(s_lane);
        Assert.True(_known.IsEmpty);
        _known.End(s_lane, more: false);

        Assert.Equal([s_lane], _known.Take(8));
        _known.End(s_lane, more: false);
        Assert.True(_known.IsEmpty);
    }

    [Fact]
    public void A_lane_with_more_than_was_claimed_is_known_again()
    {
        _known.Add(s_lane);
        _known.Take(1);
        _known.End(s_lane, more: true);

        Assert.Equal([s_lane], _known.Take(8));
    }

    [Fact]
    public void What_the_walk_has_taken_is_not_claimed_by_name_as_well()
    {
        _known.Add(s_lane);
        _known.Hold(s_lane);
        Assert.True(_known.IsEmpty);
        Assert.Empty(_known.Take(8));

        _known.End(s_lane, more: false);
        Assert.Empty(_known.Take(8));
        _known.Add(s_lane);
        Assert.Equal([s_lane], _known.Take(8));
    }

    [Fact]
    public void A_handler_that_only_another_host_has_is_left_to_it()
    {
        var arrivals = new Arrivals(new MessagingModel().OnEdge<Noted>("sending", (_, _, _) => Task.CompletedTask));
        arrivals.Add(s_lane);
        arrivals.Add(new("sending", "key"));

        Assert.True(arrivals.Of(edges: false).IsEmpty);
        Assert.Equal([new LaneName("sending", "key")], arrivals.Of(edges: true).Take(8));
    }

    [Fact]
    public void It_does_not_grow_for_ever()
    {
        for (var key = 0; key < 60_000; key++)
            _known.Add(new("handler", $"{key}"));

        Assert.Equal(50_000, _known.Take(int.MaxValue).Count);
    }
}
