namespace EventOps.EventStore.Tests.Committing;

/// <summary>What one work does to its streams.</summary>
public sealed class AppendingTests
{
    [Fact]
    public async Task Versions_start_at_one_and_grow_without_gaps()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 3);
        await at.Add("tally-1", 4);

        var events = await at.Store.Read("tally-1");

        Assert.Equal([(1, new Added(3)), (2, new Added(4))], events.Select(e => (e.Version, (Added)e.Event)));
        Assert.True(events[0].Sequence > 0 && events[1].Sequence > events[0].Sequence);
        Assert.Equal((new Tally(7, 2), 2), await at.Store.Load("tally-1", Tally.Decider));
    }

    [Fact]
    public async Task A_work_on_a_version_that_passed_is_refused_and_stores_nothing()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 3);
        var late = new Work().On("tally-1", Tally.Decider, new Add(1), expected: 0);
        var timely = new Work().On("tally-1", Tally.Decider, new Add(1), expected: 1);

        Assert.Equal(new ChangedMeanwhile("tally-1", 0, 1), (await at.Store.Handle(late)).Refusal);
        Assert.Null((await at.Store.Handle(timely)).Refusal);
        Assert.Equal(2, (await at.Store.Read("tally-1")).Count);
    }

    [Fact]
    public async Task Of_many_works_that_saw_the_same_version_one_wins()
    {
        await using var at = await TestStore.Create();
        var other = at.OtherHost();
        await at.Add("tally-1", 1);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? at : other).Store.Handle(
            new Work().On("tally-1", Tally.Decider, new Add(1), expected: 1))));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Equal(2, (await at.Store.Read("tally-1")).Count);
    }

    [Fact]
    public async Task A_refusal_of_one_stream_refuses_the_whole_work_with_its_rows()
    {
        await using var at = await TestStore.Create();
        var outcome = await at.Store.Handle(new Work()
            .On("tally-1", Tally.Decider, new Add(5)).Start("tally-2", Tally.Decider, new Add(Tally.Most + 1))
            .Then(commit => commit.Write(new Note(Guid.NewGuid(), "never"))));

        Assert.Equal(new TooMuch(0), outcome.Refusal);
        Assert.Empty(await at.Store.Read("tally-1"));
        Assert.Equal(0, await at.Read<long>("select count(*) from tests.notes"));
    }

    [Fact]
    public async Task All_streams_and_rows_of_a_work_are_stored_together()
    {
        await using var at = await TestStore.Create();
        var outcome = await at.Store.Handle(new Work()
            .On("tally-1", Tally.Decider, new Add(5)).Start("tally-2", Tally.Decider, new Add(6))
            .Then(commit => commit.Write(new Note(
                Guid.NewGuid(), $"{commit.StateOf<Tally>("tally-1").Total + commit.Events.Count}"))));

        Assert.Equal(["tally-1", "tally-2"], outcome.Events.Select(e => e.Stream));
        Assert.Equal("7", await at.Read<string>("select text from tests.notes"));
        Assert.Equal(6, (await at.Store.Load("tally-2", Tally.Decider)).State.Total);
    }

    [Fact]
    public async Task Steps_on_one_stream_see_what_the_earlier_ones_did_through_any_decider()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 10);
        var largest = 0;
        var outcome = await at.Store.Handle(new Work()
            .On("tally-1", Tally.Decider, new Add(50))
            .On("tally-1", Tally.OfLargest, new AddTwice(20))
            .On("tally-1", Tally.OfLargest, new AddTwice(60))
            .On("tally-1", Tally.Decider, new Add(Tally.Most - 180))
            .Then(commit => largest = commit.StateOf<Largest>("tally-1").By));

        Assert.Null(outcome.Refusal);
        Assert.Equal([2, 3, 4, 5], outcome.Events.Select(e => e.Version));
        Assert.Equal(Tally.Most - 180, largest);
        Assert.Equal(Tally.Most, (await at.Store.Load("tally-1", Tally.Decider)).State.Total);
    }

    [Fact]
    public async Task Starting_a_stream_that_exists_decides_on_what_is_there()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 999);

        var outcome = await at.OtherHost().Store.Handle(new Work().Start("tally-1", Tally.Decider, new Add(2)));

        Assert.Equal(new TooMuch(999), outcome.Refusal);
        Assert.Equal(1, await at.Read<long>("select version from eventops.mt_streams where id = 'tally-1'"));
    }

    [Fact]
    public async Task Nothing_to_do_stores_nothing_and_is_no_refusal()
    {
        await using var at = await TestStore.Create();
        var outcome = await at.Store.Handle("tally-1", Tally.Decider, new Clear());

        Assert.Equal((null, 0), (outcome.Refusal, outcome.Events.Count));
        Assert.Equal(0, await at.Read<long>("select count(*) from eventops.mt_streams"));
    }

    [Fact]
    public async Task A_work_of_rows_alone_is_stored()
    {
        await using var at = await TestStore.Create();
        await at.Store.Handle(new Work().Then(commit => commit.Write(new Note(Guid.NewGuid(), "alone"))));
        var refused = await Record.ExceptionAsync(() =>
            at.Store.Handle(new Work().Then(commit => commit.Write(new Note(Guid.NewGuid(), "forbidden")))));

        Assert.Equal("alone", await at.Read<string>("select string_agg(text, ',') from tests.notes"));
        Assert.IsType<Npgsql.PostgresException>(refused);
    }

    [Fact]
    public async Task Who_and_why_is_kept_beside_the_event()
    {
        await using var at = await TestStore.Create();
        var by = new Metadata("trace", "message", "account", "scanner", "command");
        await at.Store.Handle(new Work().On("tally-1", Tally.Decider, new Add(1)).By(by));
        await at.Add("tally-2", 1);

        Assert.Equal(by, (await at.Store.Read("tally-1"))[0].Metadata);
        Assert.Equal(Metadata.None, (await at.Store.Read("tally-2"))[0].Metadata);
        Assert.Equal("account scanner command", await at.Read<string>("""
            select concat_ws(' ', headers->>'actor', headers->>'device', headers->>'command')
            from eventops.mt_events where stream_id = 'tally-1'
            """));
    }
}
