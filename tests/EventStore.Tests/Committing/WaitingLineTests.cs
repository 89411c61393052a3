using EventOps.EventStore.Committing;

namespace EventOps.EventStore.Tests.Committing;

/// <summary>The line before the committers.</summary>
public sealed class WaitingLineTests
{
    [Fact]
    public void Work_on_a_busy_stream_waits_and_other_work_goes_on()
    {
        var line = new WaitingLine(10);
        var (first, second, other) = (On("a"), On("a"), On("b"));
        line.TryAdd(first);
        var taken = line.Take()!;
        line.TryAdd(second);
        line.TryAdd(other);

        Assert.Equal([other], line.Take());
        line.Done(taken);
        Assert.Equal([second], line.Take());
    }

    [Fact]
    public void Work_on_two_hot_streams_is_not_overtaken_for_ever()
    {
        var line = new WaitingLine(10);
        line.TryAdd(On("a"));
        var a = line.Take()!;
        line.TryAdd(On("b"));
        var b = line.Take()!;
        var both = On("a", "b");
        line.TryAdd(both);
        line.TryAdd(On("a"));
        line.TryAdd(On("c"));
        line.Done(a);

        var c = line.Take()!;
        Assert.Equal("c", c.Single().Work.FirstStream); // not the later work on a
        line.Done(b);
        Assert.Same(both, line.Take()![0]);
    }

    [Fact]
    public void A_closed_line_hands_out_what_waits_and_then_ends()
    {
        var line = new WaitingLine(1);
        line.TryAdd(On("a"));
        line.TryAdd(On("b"));
        line.Close();

        Assert.False(line.TryAdd(On("c")));
        Assert.Single(line.Take()!);
        Assert.Single(line.Take()!);
        Assert.Null(line.Take());
    }

    private static Waiting On(params string[] streams) => new(
        streams.Aggregate(new Work(), (work, stream) => work.On(stream, Tally.Decider, new Add(1))), CancellationToken.None);
}
