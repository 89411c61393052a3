namespace EventOps.EventStore.Tests.Projecting;

/// <summary>An event that a read model cannot digest.</summary>
public sealed class ParkingTests
{
    [Fact]
    public async Task Only_the_stream_of_a_poison_event_is_parked()
    {
        await using var at = await TestStore.Create(model => model.Async(TallyModel.Later).Async(TallyModel.Sum));
        for (var i = 0; i < 300; i++)
            await at.Add($"tally-{i % 30}", i == 95 ? 666 : 1);
        await at.StartDaemon();
        await at.CaughtUp();

        var report = await at.Progress.Read();
        Assert.Equal([0, 0], report.Standings.Select(standing => standing.Lag));
        Assert.Equal([1, 0], report.Standings.Select(standing => standing.Parked));
        var parked = Assert.Single(await at.Parked.List());
        Assert.Equal(("tests.tallies-later", "tally-5", 96, "InvalidOperationException"),
            (parked.Projection, parked.Stream, parked.Sequence, parked.Error));
        Assert.Equal(3, await at.Read<long>("select count from tests.tallies_later where stream = 'tally-5'"));
        Assert.Equal(290, await at.Read<long>("select sum(count)::bigint from tests.tallies_later where stream <> 'tally-5'"));
        Assert.Equal(299 + 666, await at.Read<long>("select total from tests.sums"));
    }

    [Fact]
    public async Task An_event_that_does_not_deserialize_parks_its_stream_too()
    {
        await using var at = await TestStore.Create(model => model.Async(TallyModel.Later));
        for (var i = 0; i < 20; i++)
            await at.Add($"tally-{i % 2}", 1);
        await at.Execute("""update eventops.mt_events set data = '{"by": "much"}' where seq_id = 7""");
        await at.StartDaemon();
        await at.CaughtUp();

        var parked = (await at.Parked.List()).Single();
        Assert.Equal(("tally-0", 7, "unreadable JSON"), (parked.Stream, parked.Sequence, parked.Error));
        Assert.Equal("tally-0 3, tally-1 10",
            await at.Read<string>("select string_agg(stream || ' ' || count, ', ' order by stream) from tests.tallies_later"));
    }

    [Fact]
    public async Task A_replayed_stream_catches_up_and_flows_again()
    {
        await using var at = await TestStore.Create(model => model.Inline(TallyModel.Inline).Async(TallyModel.Later));
        await at.StartDaemon();
        await at.Add("tally-1", 1);
        await at.Execute("alter table tests.tallies_later add constraint small check (total < 100)");
        await at.Add("tally-1", 200);
        await at.Add("tally-1", 1);
        await at.Add("tally-2", 1);
        await at.CaughtUp();
        Assert.Equal("SQLSTATE 23514", (await at.Parked.List()).Single().Error);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => at.Parked.Replay("tests.tallies-later", "tally-1"));

        await at.Execute("alter table tests.tallies_later drop constraint small");
        var adding = Enumerable.Range(0, 50).Select(_ => at.Add("tally-1", 1)).ToList();
        var replayed = await at.Parked.Replay("tests.tallies-later", "tally-1");
        await Task.WhenAll(adding);
        await at.CaughtUp();

        Assert.True(replayed >= 2);
        Assert.Empty(await at.Parked.List());
        Assert.Null(await at.Parked.Replay("tests.tallies-later", "tally-1"));
        Assert.Equal(await at.Hash("tests.tallies"), await at.Hash("tests.tallies_later"));
    }

    [Fact]
    public async Task A_read_model_without_its_table_waits_and_parks_nothing()
    {
        await using var at = await TestStore.Create(model => model.Async(TallyModel.Later).Async(TallyModel.Sum));
        await at.Execute("alter table tests.tallies_later rename to gone");
        for (var i = 0; i < 10; i++)
            await at.Add($"tally-{i}", 1);
        await at.StartDaemon();
        while (await at.Read<long>("select total from tests.sums") < 10)
            await Task.Yield();
        Assert.Equal(10, (await at.Progress.Read()).Standings[0].Lag);

        await at.Execute("alter table tests.gone rename to tallies_later");
        await at.CaughtUp();

        Assert.Empty(await at.Parked.List());
        Assert.Equal(10, await at.Read<long>("select count(*) from tests.tallies_later"));
    }
}
