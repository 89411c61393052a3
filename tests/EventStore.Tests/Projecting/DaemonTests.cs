using System.Diagnostics;

namespace EventOps.EventStore.Tests.Projecting;

/// <summary>The daemon follows the store.</summary>
public sealed class DaemonTests
{
    [Fact]
    public async Task Asynchronous_rows_equal_the_inline_ones_whatever_was_written_when()
    {
        await using var at = await TestStore.Create(
            model => model.Inline(TallyModel.Inline).Async(TallyModel.Later).Async(TallyModel.Sum));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => at.Add($"tally-{i % 7}", i % 5)));
        await at.StartDaemon();
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => i % 50 == 49
            ? at.Store.Handle($"tally-{i % 7}", Tally.Decider, new Clear())
            : at.Add($"tally-{i % 7}", i % 5)));

        await at.CaughtUp();

        Assert.Equal(await at.Read<long>("select sum((data->>'by')::int) from eventops.mt_events where type = 'tests.added.v2'"),
            await at.Read<long>("select total from tests.sums"));
        Assert.Equal(await at.Hash("tests.tallies"), await at.Hash("tests.tallies_later"));
        Assert.Equal(7, await at.Read<long>("select count(*) from tests.tallies_later"));
    }

    [Fact]
    public async Task A_view_follows_an_append_without_waiting_for_a_poll()
    {
        await using var at = await TestStore.Create(model => model.Async(TallyModel.Later));
        await at.StartDaemon();
        await at.Add("tally-warm", 1);
        await at.CaughtUp();
        var moved = at.Signals.Follow("tests.tallies-later");

        var times = new List<double>();
        for (var i = 1; i <= 50; i++)
        {
            await at.Add("tally-1", 1);
            var began = Stopwatch.GetTimestamp();
            while (await at.Read<long>("select count from tests.tallies_later where stream = 'tally-1'") < i)
                await moved.WaitAsync(TimeSpan.FromSeconds(5));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        Assert.True(times[25] < 150, $"median {times[25]} ms; a poll would take 125 ms to 1 s, an idle machine 3 ms");
    }

    [Fact]
    public async Task Another_host_hears_that_a_view_moved()
    {
        await using var at = await TestStore.Create(model => model.Async(TallyModel.Later));
        var other = at.OtherHost();
        var moved = other.Signals.Follow("tests.tallies-later");
        await at.StartDaemon();
        await at.Add("tally-1", 1);

        while (await other.Read<long>("select count(*) from tests.tallies_later") == 0)
        {
            var began = Stopwatch.GetTimestamp();
            await moved.WaitAsync(TimeSpan.FromSeconds(20));
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20), "No signal came.");
        }
    }

    [Fact]
    public async Task Events_of_unknown_names_and_of_archived_streams_are_passed_over()
    {
        await using var at = await TestStore.Create(model => model.Async(TallyModel.Later));
        await at.Add("tally-open", 1);
        await at.Add("tally-closed", 1);
        await at.Store.Archive("tally-closed");
        await at.Execute("""
            insert into eventops.mt_streams (id, type, version) values ('strange-1', 'strange', 1);
            insert into eventops.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('eventops.mt_events_sequence'), gen_random_uuid(), 'strange-1', 1, '{}', 'strange.happened.v1', now());
            """);
        await at.StartDaemon();
        await at.CaughtUp();

        Assert.Equal("tally-open", await at.Read<string>("select string_agg(stream, ',') from tests.tallies_later"));
        var standing = (await at.Progress.Read()).Standings.Single();
        Assert.Equal((3, 0, 0), (standing.Position, standing.Lag, standing.Parked));
    }

    [Fact]
    public async Task A_store_without_any_event_has_nothing_to_catch_up()
    {
        await using var at = await TestStore.Create(model => model.Async(TallyModel.Later));
        await at.StartDaemon();
        await at.CaughtUp();

        Assert.Equal(0, (await at.Progress.Read()).Standings.Single().Position);
    }

    [Fact]
    public async Task A_subscription_hears_every_event_in_order_and_again_what_it_did_not_finish()
    {
        var heard = new List<long>();
        var failures = 0;
        await using var at = await TestStore.Create(model => model.Follow(new("tests.ear", [typeof(Added)], (events, _, _) =>
        {
            if (events.Any(e => e.Version == 5) && failures++ == 0) throw new InvalidOperationException("Not now.");
            lock (heard) heard.AddRange(events.Select(e => e.Version));
            return Task.CompletedTask;
        })));
        for (var i = 0; i < 10; i++)
            await at.Add("tally-1", 1);
        await at.StartDaemon();
        await at.CaughtUp();

        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), heard.Distinct());
        Assert.True(failures > 1);
    }

    [Fact]
    public async Task Idempotency_keys_are_forgotten_after_thirty_days()
    {
        await using var at = await TestStore.Create();
        await at.Execute("""
            insert into eventops_side.idempotency (id, fingerprint, status, ids, created_at)
            select convert_to(days::text, 'UTF8'), '', 200, '{}', now() - make_interval(days => days)
            from unnest('{1,29,31,400}'::int[]) days
            """);

        var sweep = new EventStore.Projecting.IdempotencySweep(at.Database, TimeProvider.System);
        Assert.Equal(2, await sweep.Sweep(CancellationToken.None));
        Assert.Equal("1,29", await at.Read<string>(
            "select string_agg(convert_from(id, 'UTF8'), ',' order by id) from eventops_side.idempotency"));
    }
}
