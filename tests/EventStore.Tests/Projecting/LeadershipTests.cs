namespace EventOps.EventStore.Tests.Projecting;

/// <summary>Two hosts, one leader.</summary>
public sealed class LeadershipTests
{
    private const string Active =
        "select count(*) from pg_stat_activity where datname = current_database() and state = 'active'";

    [Fact]
    public async Task Of_two_daemons_one_leads_and_the_other_takes_over_when_it_stops()
    {
        await using var at = await TestStore.Create(model => model.Async(TallyModel.Sum));
        var other = at.OtherHost(model => model.Async(TallyModel.Sum));
        using var first = at.NewDaemon();
        await first.StartAsync(CancellationToken.None);
        await at.Add("tally-1", 1);
        await at.CaughtUp();
        await other.StartDaemon();
        var epoch = (await at.Progress.Read()).Leader!.Epoch;

        await first.StopAsync(CancellationToken.None);
        for (var i = 0; i < 20; i++)
            await at.Add("tally-1", 1);
        await at.CaughtUp();

        Assert.Equal(epoch + 1, (await at.Progress.Read()).Leader!.Epoch);
        Assert.Equal(21, await at.Read<long>("select total from tests.sums"));
    }

    [Fact]
    public async Task A_leader_that_was_paused_between_reading_and_writing_writes_nothing_late()
    {
        using var frozen = new ManualResetEventSlim();
        using var thawed = new ManualResetEventSlim();
        var freezing = TallyModel.Sum with
        {
            Project = (events, batch, table) =>
            {
                TallyModel.Sum.Project(events, batch, table);
                frozen.Set();
                thawed.Wait();
            },
        };
        await using var at = await TestStore.Create(model => model.Async(freezing));
        var other = at.OtherHost(model => model.Async(TallyModel.Sum));
        await at.StartDaemon();
        await at.Add("tally-1", 1);
        frozen.Wait();
        await at.Execute("update eventops_side.leases set until = clock_timestamp() - interval '1 s'"); // 9 s without a renewal
        var takenOver = new EventStore.Projecting.Lease(other.Database);
        var epoch = await takenOver.Take(CancellationToken.None);

        thawed.Set();
        while (await at.Read<long>(Active) > 1)
            await Task.Yield();
        Assert.NotNull(epoch);
        Assert.Equal(0, await at.Read<long>("select count(*) from tests.sums"));
        Assert.Equal(0, await at.Read<long>("select position from eventops_side.positions"));

        await takenOver.Release(epoch.Value);
        await other.StartDaemon();
        await other.CaughtUp();
        Assert.Equal(1, await at.Read<long>("select total from tests.sums"));
    }
}
