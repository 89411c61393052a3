namespace EventOps.EventStore.Tests.Committing;

/// <summary>Many callers, two hosts, one stream.</summary>
public sealed class ContentionTests
{
    [Fact]
    public async Task Sixty_four_writers_on_two_hosts_lose_nothing_and_never_pass_the_limit()
    {
        await using var at = await TestStore.Create(model => model.Inline(TallyModel.Inline));
        var other = at.OtherHost(model => model.Inline(TallyModel.Inline));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(async () =>
        {
            var mine = new List<Outcome>();
            for (var i = 0; i < 20; i++)
                mine.Add(await (writer % 2 == 0 ? at : other).Add("tally-1", 1));
            return mine;
        })));

        var all = outcomes.SelectMany(mine => mine).ToList();
        Assert.Equal(Tally.Most, all.Count(outcome => outcome.Refusal is null));
        Assert.Equal(280, all.Count(outcome => outcome.Refusal is TooMuch { Total: Tally.Most }));
        var history = await at.Store.Read("tally-1");
        Assert.Equal(Enumerable.Range(1, Tally.Most).Select(i => (long)i), history.Select(e => e.Version));
        Assert.Equal(Tally.Most, all.SelectMany(outcome => outcome.Events).Select(e => e.Version).Distinct().Count());
        Assert.Equal(Tally.Most, await at.Read<long>("select total from tests.tallies"));
    }

    [Fact]
    public async Task Of_two_hosts_that_start_the_same_stream_the_second_decides_on_the_first()
    {
        await using var at = await TestStore.Create();
        var other = at.OtherHost();
        for (var i = 0; i < 50; i++)
        {
            var stream = $"tally-{i}";
            var outcomes = await Task.WhenAll(
                at.Store.Handle(new Work().Start(stream, Tally.Decider, new Add(600))),
                other.Store.Handle(new Work().Start(stream, Tally.Decider, new Add(600))));

            Assert.Single(outcomes, outcome => outcome.Refusal is null);
            Assert.Single(outcomes, outcome => outcome.Refusal is TooMuch { Total: 600 });
        }
    }

    [Fact]
    public async Task Works_that_take_the_same_streams_in_any_order_all_finish()
    {
        await using var at = await TestStore.Create();
        var other = at.OtherHost();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? at : other).Store.Handle(i % 3 == 0
            ? new Work().On("tally-a", Tally.Decider, new Add(1)).On("tally-b", Tally.Decider, new Add(1))
            : new Work().On("tally-b", Tally.Decider, new Add(1)).On("tally-a", Tally.Decider, new Add(1)))));

        Assert.Equal(200, (await at.Store.Load("tally-a", Tally.Decider)).State.Total);
        Assert.Equal(200, (await other.Store.Load("tally-b", Tally.Decider)).State.Total);
    }

    [Fact]
    public async Task A_bad_command_fails_alone_in_its_batch()
    {
        await using var at = await TestStore.Create();
        var good = Enumerable.Range(0, 50).Select(i => at.Add($"tally-{i % 5}", 1)).ToList();
        var bug = at.Store.Handle("tally-0", Tally.Decider, new Break());
        var row = at.Store.Handle(
            "tally-0", Tally.Decider, new Add(1), commit => commit.Write(new Note(Guid.NewGuid(), "forbidden")));
        var unregistered = at.Store.Handle("tally-0", Tally.Decider, new Add(1), commit => commit.Write("no row of any kind"));
        var more = Enumerable.Range(0, 50).Select(i => at.Add($"tally-{i % 5}", 1)).ToList();

        Assert.IsType<InvalidOperationException>(await Record.ExceptionAsync(() => bug));
        Assert.IsType<Npgsql.PostgresException>(await Record.ExceptionAsync(() => row));
        Assert.IsType<InvalidOperationException>(await Record.ExceptionAsync(() => unregistered));
        await Task.WhenAll([.. good, .. more]);
        Assert.Equal(100, await at.Read<long>("select count(*) from eventops.mt_events"));
    }

    [Fact]
    public async Task A_batch_of_refusals_alone_leaves_no_transaction_open()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", Tally.Most);
        var refused = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => at.Add("tally-1", 1)));

        Assert.All(refused, outcome => Assert.Equal(new TooMuch(Tally.Most), outcome.Refusal));
        Assert.Null((await at.Add("tally-2", 1)).Refusal);
        Assert.Equal(0, await at.Read<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'"));
    }

    [Fact]
    public async Task Who_leaves_before_the_work_begins_stores_nothing_and_does_not_wait()
    {
        await using var at = await TestStore.Create();
        using var go = new ManualResetEventSlim();
        var busy = new List<Task>();
        foreach (var stream in new[] { "tally-1", "tally-3" }) // one for each committer
        {
            using var inside = new ManualResetEventSlim();
            busy.Add(Task.Run(() => at.Store.Handle(stream, Tally.Decider, new Add(1), _ => { inside.Set(); go.Wait(); })));
            inside.Wait(TimeSpan.FromSeconds(10));
        }

        using var leaving = new CancellationTokenSource();
        var left = Enumerable.Range(0, 3)
            .Select(_ => at.Store.Handle("tally-2", Tally.Decider, new Add(1), null, leaving.Token)).ToList();

        await leaving.CancelAsync();
        var failures = await Task.WhenAll(left.Select(task => Record.ExceptionAsync(() => task)))
            .WaitAsync(TimeSpan.FromSeconds(5));

        go.Set();
        await Task.WhenAll(busy);
        Assert.All(failures, failure => Assert.IsType<OperationCanceledException>(failure, exactMatch: false));
        Assert.Empty(await at.Store.Read("tally-2"));
    }
}
