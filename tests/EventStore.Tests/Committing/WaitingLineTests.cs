using EventOps.EventStore.Committing;

namespace EventOps.EventStore.Tests.Committing;

/// <summary>The line before the committers.</summary>
public sealed class WaitingLineTests
{
    [Fact]
    public void Work_on_a_busy_stream_waits_and_other_work_goes_on()
    {
        var line = new WaitingLine(10, 2);
        var (first, second, other) = (On("a"), On("a"), On("b"));
        line.TryAdd(first, out _);
        var taken = line.Take(gathered: false)!;
        line.TryAdd(second, out _);
        line.TryAdd(other, out _);

        Assert.Equal([other], line.Take(gathered: false));
        line.Done(taken);
        Assert.Equal([second], line.Take(gathered: false));
    }

    [Fact]
    public void Work_on_two_hot_streams_is_not_overtaken_for_ever()
    {
        var line = new WaitingLine(10, 2);
        line.TryAdd(On("a"), out _);
        var a = line.Take(gathered: false)!;
        line.TryAdd(On("b"), out _);
        var b = line.Take(gathered: false)!;
        var both = On("a", "b");
        line.TryAdd(both, out _);
        line.TryAdd(On("a"), out _);
        line.TryAdd(On("c"), out _);
        line.Done(a);

        var c = line.Take(gathered: false)!;
        Assert.Equal("c", c.Single().Work.FirstStream); // not the later work on a
        line.Done(b);
        Assert.Same(both, line.Take(gathered: false)![0]);
    }

    [Fact]
    public void A_closed_line_hands_out_what_waits_and_then_ends()
    {
        var line = new WaitingLine(1, 2);
        line.TryAdd(On("a"), out _);
        line.TryAdd(On("b"), out _);
        line.Close();

        Assert.False(line.TryAdd(On("c"), out _));
        Assert.Single(line.Take(gathered: false)!);
        Assert.Single(line.Take(gathered: false)!);
        Assert.Null(line.Take(gathered: false));
    }

    [Fact]
    public void Who_finds_no_committer_free_sets_none_going()
    {
        var line = new WaitingLine(10, 1);
        line.TryAdd(On("a"), out var first);
        line.TryAdd(On("b"), out var second);

        Assert.True(first);
        Assert.False(second);
    }

    [Fact]
    public void Callers_who_came_together_are_waited_for_but_not_on_a_stream_that_was_busy()
    {
        var line = new WaitingLine(10, 2);
        line.TryAdd(On("a"), out _);
        line.TryAdd(On("b"), out _);
        var together = line.Take(gathered: false)!;
        line.TryAdd(On("c"), out _);
        Assert.True(line.Gather());
        line.TryAdd(On("a"), out var turn); // whoever is busy on it takes it next
        Assert.False(turn);

        Assert.Single(line.Take(gathered: true)!);
        line.Done(together);
        Assert.False(line.Gather());
        Assert.Single(line.Take(gathered: false)!);
    }

    private static Waiting On(params string[] streams) => new(
        streams.Aggregate(new Work(), (work, stream) => work.On(stream, Tally.Decider, new Add(1))), CancellationToken.None);
}
