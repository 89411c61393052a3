namespace EventOps.EventStore.Tests.Committing;

/// <summary>A host that has long been alone on a stream decides from memory; whatever others do meanwhile, the answer is right.</summary>
public sealed class MemoryTests
{
    private const string Stream = "tally-1";

    [Fact]
    public async Task What_another_host_stored_meanwhile_counts()
    {
        await using var at = await Alone(10);
        await at.OtherHost().Add(Stream, 900);

        Assert.Equal(new TooMuch(910), (await at.Add(Stream, 200)).Refusal);
        Assert.Equal(12, (await at.Add(Stream, 1)).Events.Single().Version);
    }

    [Fact]
    public async Task Nobody_is_refused_by_what_was_true_before()
    {
        await using var at = await Alone(Tally.Most);
        await at.OtherHost().Store.Handle(Stream, Tally.Decider, new Clear());

        Assert.Null((await at.Add(Stream, 1)).Refusal);
    }

    [Fact]
    public async Task Nobody_is_told_that_nothing_is_to_be_done_by_what_was_true_before()
    {
        await using var at = await Alone(10);
        await at.Store.Handle(Stream, Tally.Decider, new Clear());
        await at.OtherHost().Add(Stream, 5);

        var both = await at.Store.Handle(
            new Work().On(Stream, Tally.Decider, new Clear()).Start("tally-2", Tally.Decider, new Add(1)));

        Assert.IsType<Cleared>(both.Events[0].Event);
    }

    [Fact]
    public async Task A_stream_that_was_archived_meanwhile_takes_nothing()
    {
        await using var at = await Alone(10);
        await at.OtherHost().Store.Archive(Stream);

        await Assert.ThrowsAsync<StreamArchived>(() => at.Add(Stream, 1));
        Assert.Equal(10, await at.Read<long>("select version from eventops.mt_streams"));
    }

    [Fact]
    public async Task A_request_that_comes_again_gets_its_first_answer_even_where_it_would_be_refused_now()
    {
        await using var at = await Alone(10);
        Work Request() => new Work().On(Stream, Tally.Decider, new Add(Tally.Most - 10))
            .Once(IdempotencyKey.Of("key", "someone", "/here", [1])).Then(commit => commit.Keep(201));
        var first = await at.Store.Handle(Request());

        var again = await at.Store.Handle(Request());

        Assert.False(first.Replayed);
        Assert.Equal((true, 201), (again.Replayed, again.Kept!.Status));
        Assert.Equal(11, await at.Read<long>("select count(*) from eventops.mt_events"));
    }

    [Fact]
    public async Task A_request_that_was_answered_elsewhere_is_not_stored_again()
    {
        await using var at = await Alone(10);
        Work Request(string stream) => new Work().On(stream, Tally.Decider, new Add(1))
            .Once(IdempotencyKey.Of("key", "someone", "/here", [1])).Then(commit => commit.Keep(201));
        await at.OtherHost().Store.Handle(Request("tally-2"));

        Assert.True((await at.Store.Handle(Request(Stream))).Replayed);
        Assert.Equal(11, await at.Read<long>("select count(*) from eventops.mt_events"));
    }

    [Fact]
    public async Task A_database_that_went_back_in_time_is_believed()
    {
        await using var at = await Alone(10);
        await at.Execute("""
            delete from eventops.mt_events where version > 4;
            update eventops.mt_streams set version = 4;
            """);

        Assert.Equal(5, (await at.Add(Stream, 1)).Events.Single().Version);
        Assert.Equal(5, (await at.Store.Load(Stream, Tally.Decider)).State.Total);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Hosts_that_take_turns_of_any_length_answer_as_one_would(int seed)
    {
        await using var at = await TestStore.Create();
        TestStore[] hosts = [at, at.OtherHost()];
        var random = new Random(seed);
        var alone = Tally.Decider.Initial;
        for (var turn = 0; turn < 30; turn++)
        {
            var host = hosts[random.Next(2)];
            for (var length = random.Next(1, 16); length > 0; length--)
            {
                object command = random.Next(8) == 0 ? new Clear() : new Add(random.Next(1, 200));
                var expected = Tally.Decider.Decide(command, alone);
                alone = expected.Events.Aggregate(alone, Tally.Decider.Evolve);

                var outcome = await host.Store.Handle(Stream, Tally.Decider, command);

                Assert.Equal(expected.Refusal, outcome.Refusal);
                Assert.Equal(expected.Events, outcome.Events.Select(recorded => recorded.Event));
            }
        }

        Assert.Equal(alone, (await at.Store.Load(Stream, Tally.Decider)).State);
    }

    /// <summary>A host that wrote ten times to the stream, and nobody else.</summary>
    private static async Task<TestStore> Alone(int total)
    {
        var at = await TestStore.Create();
        for (var i = 0; i < 10; i++)
            await at.Add(Stream, total / 10);
        return at;
    }
}
