using EventOps.Ui.Live;

namespace EventOps.Ui.Tests.Live;

public sealed class LiveHubTests : IDisposable
{
    private readonly LiveHub _hub = new();
    private readonly CancellationTokenSource _end = new();

    public void Dispose() => _end.Dispose();

    [Fact]
    public async Task A_viewer_hears_what_is_published_after_it_came()
    {
        Publish(1);
        await using var viewer = View(null);
        var next = viewer.MoveNextAsync();
        Publish(2);
        Assert.True(await next);
        Assert.Equal(2, viewer.Current.Id);
    }

    [Fact]
    public async Task A_viewer_that_comes_back_misses_nothing_and_hears_nothing_twice()
    {
        for (var id = 1; id <= 200; id++) Publish(id);
        await using var viewer = View(100);
        for (var id = 101; id <= 200; id++)
        {
            Assert.True(await viewer.MoveNextAsync());
            Assert.Equal((id, "replace"), ((int)viewer.Current.Id, viewer.Current.Event));
        }
    }

    [Theory]
    [InlineData(3)] // older than the 256 that are kept
    [InlineData(0)]
    public async Task A_viewer_that_was_away_for_too_long_is_told_to_fetch(long last)
    {
        for (var id = 1; id <= 300; id++) Publish(id);
        await using var viewer = View(last);
        Assert.True(await viewer.MoveNextAsync());
        Assert.Equal(LiveMessage.Changed(300), viewer.Current with { });
    }

    [Fact]
    public async Task After_a_restart_of_the_host_a_viewer_that_comes_back_is_told_to_fetch()
    {
        await using var viewer = View(41);
        Assert.True(await viewer.MoveNextAsync());
        Assert.Equal(LiveMessage.Changed(41), viewer.Current);
    }

    [Fact]
    public async Task A_viewer_that_reads_too_slowly_skips_to_now()
    {
        await using var viewer = View(null);
        var first = viewer.MoveNextAsync();
        Publish(1);
        Assert.True(await first);
        for (var id = 2; id <= 50; id++) Publish(id);
        Assert.True(await viewer.MoveNextAsync());
        Assert.Equal(LiveMessage.Changed(50), viewer.Current);
        var next = viewer.MoveNextAsync();
        Publish(51);
        Assert.True(await next);
        Assert.Equal(51, viewer.Current.Id);
    }

    [Fact]
    public async Task A_message_announced_twice_is_heard_once()
    {
        await using var viewer = View(null);
        var next = viewer.MoveNextAsync();
        Publish(1);
        Publish(1);
        Publish(2);
        Assert.True(await next);
        Assert.Equal(1, viewer.Current.Id);
        Assert.True(await viewer.MoveNextAsync());
        Assert.Equal(2, viewer.Current.Id);
    }

    [Fact]
    public async Task All_viewers_share_one_encoded_message()
    {
        await using var one = View(null);
        await using var other = View(null);
        var both = Task.WhenAll(one.MoveNextAsync().AsTask(), other.MoveNextAsync().AsTask());
        Publish(1);
        Assert.All(await both, Assert.True);
        Assert.True(one.Current.Frame.Equals(other.Current.Frame));
    }

    [Fact]
    public async Task Five_thousand_viewers_are_cheap_all_hear_and_all_leave()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var viewers = Enumerable.Range(0, 5000).Select(_ => View(null)).ToList();
        var waiting = viewers.ConvertAll(viewer => viewer.MoveNextAsync().AsTask());
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / viewers.Count;
        Assert.True(each < 4096, $"{each} bytes for each viewer");
        Assert.Equal(5000, _hub.Viewers("numbers"));
        Publish(1);
        Assert.All(await Task.WhenAll(waiting), Assert.True);
        foreach (var viewer in viewers) await viewer.DisposeAsync();
        Assert.Equal(0, _hub.Viewers("numbers"));
    }

    [Fact]
    public async Task A_viewer_that_leaves_ends_at_once()
    {
        await using var viewer = View(null);
        var next = viewer.MoveNextAsync();
        await _end.CancelAsync();
        Assert.False(await next);
    }

    [Fact]
    public async Task No_message_falls_between_two_readings()
    {
        await using var viewer = View(0);
        Publish(1);
        var writer = Task.Run(() =>
        {
            for (var id = 2; id <= 20_000; id++) Publish(id);
        });
        long last = 0;
        while (last < 20_000 && await viewer.MoveNextAsync())
        {
            Assert.True(viewer.Current.Event == "changed" || viewer.Current.Id == last + 1 || last == 0);
            last = viewer.Current.Id;
        }
        await writer;
        Assert.Equal(20_000, last);
    }

    private void Publish(long id) => _hub.Publish("numbers", new(id, "replace", $"<p id=\"count\">{id}</p>"));

    private IAsyncEnumerator<LiveMessage> View(long? lastId) =>
        _hub.Subscribe("numbers", lastId, _end.Token).GetAsyncEnumerator();
}
