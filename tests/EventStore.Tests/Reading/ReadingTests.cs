using Npgsql;

namespace EventOps.EventStore.Tests.Reading;

/// <summary>What a stream tells later.</summary>
public sealed class ReadingTests
{
    private const string Waiting =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    [Fact]
    public async Task A_stream_is_read_between_two_versions()
    {
        await using var at = await TestStore.Create();
        for (var i = 1; i <= 5; i++)
            await at.Add("tally-1", i);

        Assert.Equal([3, 4], (await at.Store.Read("tally-1", after: 2, upTo: 4)).Select(e => e.Version));
        Assert.Empty(await at.Store.Read("tally-none"));
        Assert.Equal((new Tally(0, 0), 0), await at.Store.Load("tally-none", Tally.Decider));
    }

    [Fact]
    public async Task The_state_at_a_version_or_an_instant_is_the_state_of_then()
    {
        await using var at = await TestStore.Create();
        for (var i = 1; i <= 5; i++)
            await at.Add("tally-1", i);
        var third = (await at.Store.Read("tally-1"))[2].At;
        var beforeAll = third.AddDays(-1);

        Assert.Equal((new Tally(3, 2), 2), await at.Store.LoadAsOf("tally-1", Tally.Decider, 2, null));
        Assert.Equal(3, (await at.Store.LoadAsOf("tally-1", Tally.Decider, null, third)).Version);
        Assert.Equal((new Tally(0, 0), 0), await at.Store.LoadAsOf("tally-1", Tally.Decider, null, beforeAll));
        Assert.Equal(15, (await at.Store.LoadAsOf("tally-1", Tally.Decider, null, null)).State.Total);
    }

    [Fact]
    public async Task Hosts_whose_clocks_differ_leave_no_hole_in_the_state_of_an_instant()
    {
        await using var at = await TestStore.Create();
        for (var i = 1; i <= 3; i++)
            await at.Add("tally-1", i);
        await at.Execute("update eventops.mt_events set timestamp = timestamp + interval '1 h' where version = 2");

        var (state, version) = await at.Store.LoadAsOf("tally-1", Tally.Decider, null, DateTimeOffset.UtcNow.AddMinutes(1));

        Assert.Equal((1, 1), (state.Total, version));
    }

    [Fact]
    public async Task An_old_form_of_an_event_is_read_as_todays()
    {
        await using var at = await TestStore.Create(model => model.Async(TallyModel.Sum));
        await at.Add("tally-1", 1);
        await at.Execute("""update eventops.mt_events set type = 'tests.added.v1', data = '{"by": "41"}'""");
        await at.Add("tally-1", 1);
        await at.StartDaemon();
        await at.CaughtUp();

        Assert.Equal(new Added(41), (await at.Store.Read("tally-1"))[0].Event);
        Assert.Equal(42, (await at.OtherHost().Store.Load("tally-1", Tally.Decider)).State.Total);
        Assert.Equal(42, await at.Read<long>("select total from tests.sums"));
    }

    [Fact]
    public async Task On_a_history_with_an_unknown_event_nothing_is_decided_and_others_go_on()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 1);
        await at.Execute("update eventops.mt_events set type = 'tests.of-tomorrow.v1'");
        var older = at.OtherHost();

        var works = Enumerable.Range(0, 10).Select(i => older.Add(i == 5 ? "tally-1" : "tally-2", 1)).ToList();
        var failures = await Task.WhenAll(works.Select(work => Record.ExceptionAsync(() => work)));

        Assert.IsType<UnknownEventType>(failures[5]);
        Assert.Equal(9, failures.Count(failure => failure is null));
        await Assert.ThrowsAsync<UnknownEventType>(() => older.Store.Read("tally-1"));
    }

    [Fact]
    public async Task A_long_stream_leaves_a_snapshot_that_the_next_cold_load_starts_from()
    {
        var decider = Tally.Decider with { Snapshot = TallyJson.Default.Tally, SnapshotAfter = 10 };
        await using var at = await TestStore.Create();
        for (var i = 0; i < 12; i++)
            await at.Add("tally-1", 1);
        Assert.Equal(12, (await at.OtherHost().Store.Load("tally-1", decider)).Version);
        Assert.Equal(12, await at.Read<long>("select version from eventops_side.snapshots"));
        await at.Execute("update eventops_side.snapshots set state = '{\"total\": 500, \"count\": 12}'");

        await at.Add("tally-1", 1);
        var cold = at.OtherHost();

        Assert.Equal(501, (await cold.Store.Load("tally-1", decider)).State.Total);
        Assert.Equal(new TooMuch(501), (await at.OtherHost().Store.Handle("tally-1", decider, new Add(500))).Refusal);
        Assert.Equal(13, (await at.OtherHost().Store.Load("tally-1", decider with { SnapshotVersion = 2 })).State.Total);
    }

    [Fact]
    public async Task A_recalled_state_may_be_old_but_not_older_than_allowed()
    {
        await using var at = await TestStore.Create();
        var other = at.OtherHost();
        await at.Add("tally-1", 1);
        Assert.Equal(1, (await other.Store.Recall("tally-1", Tally.Decider, TimeSpan.FromHours(1))).Total);
        await at.Add("tally-1", 1);

        Assert.Equal(1, (await other.Store.Recall("tally-1", Tally.Decider, TimeSpan.FromHours(1))).Total);
        Assert.Equal(2, (await other.Store.Recall("tally-1", Tally.Decider, TimeSpan.FromMilliseconds(-1))).Total);
    }

    [Fact]
    public async Task An_archived_stream_can_be_read_and_takes_nothing_more()
    {
        await using var at = await TestStore.Create();
        var other = at.OtherHost();
        await other.Add("tally-1", 1);
        var adding = Enumerable.Range(0, 20).Select(_ => Record.ExceptionAsync(() => other.Add("tally-1", 1))).ToList();
        await at.Store.Archive("tally-1");
        await Task.WhenAll(adding);

        await Assert.ThrowsAsync<StreamArchived>(() => other.Add("tally-1", 1));
        await Assert.ThrowsAsync<StreamArchived>(() => other.Store.Handle(
            new Work().Start("tally-1", Tally.Decider, new Add(1))));
        Assert.NotEmpty(await at.Store.Read("tally-1"));
        Assert.Equal(0, await at.Read<long>("select count(*) from eventops.mt_events where not is_archived"));
    }

    [Fact]
    public async Task What_was_being_stored_while_its_stream_was_archived_is_archived_too()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 1);
        await using var writer = await at.Database.OpenConnectionAsync();
        await using var transaction = await writer.BeginTransactionAsync();
        await using (var append = new NpgsqlCommand("""
            update eventops.mt_streams set version = 2;
            insert into eventops.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('eventops.mt_events_sequence'), gen_random_uuid(), 'tally-1', 2, '{"by": 1}', 'tests.added.v2', now());
            """, writer))
            await append.ExecuteNonQueryAsync();

        var archiving = at.Store.Archive("tally-1");
        while (await at.Read<long>(Waiting) == 0)
            await Task.Yield();
        await transaction.CommitAsync();
        await archiving;

        Assert.Equal(2, await at.Read<long>("select count(*) from eventops.mt_events where is_archived"));
    }
}
