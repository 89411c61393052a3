using Npgsql;

namespace EventOps.EventStore.Tests.Committing;

/// <summary>The same request comes twice.</summary>
public sealed class IdempotencyTests
{
    private static readonly Guid s_id = Guid.NewGuid();

    [Fact]
    public async Task The_second_arrival_gets_the_first_answer_on_any_host()
    {
        await using var at = await TestStore.Create();
        var first = await at.Store.Handle(Request("key", body: 1));
        var again = await at.Store.Handle(Request("key", body: 1));
        var elsewhere = await at.OtherHost().Store.Handle(Request("key", body: 1));

        Assert.False(first.Replayed);
        foreach (var replay in (Outcome[])[again, elsewhere])
        {
            Assert.Equal((true, 201, "/there"), (replay.Replayed, replay.Kept!.Status, replay.Kept.Location));
            Assert.Equal([s_id], replay.Kept.Ids);
        }

        Assert.Single(await at.Store.Read("tally-1"));
    }

    [Fact]
    public async Task Another_body_is_refused_and_another_actor_or_route_is_another_request()
    {
        await using var at = await TestStore.Create();
        await at.Store.Handle(Request("key", body: 1));

        Assert.IsType<KeyReused>((await at.Store.Handle(Request("key", body: 2))).Refusal);
        Assert.False((await at.Store.Handle(Request("key", body: 1, actor: "someone"))).Replayed);
        Assert.False((await at.Store.Handle(Request("key", body: 1, route: "/other"))).Replayed);
        Assert.Equal(3, (await at.Store.Read("tally-1")).Count);
    }

    [Fact]
    public async Task A_refused_request_may_come_again_with_the_same_key()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", Tally.Most);
        Assert.IsType<TooMuch>((await at.Store.Handle(Request("key", body: 1))).Refusal);
        await at.Store.Handle("tally-1", Tally.Decider, new Clear());

        Assert.Equal(201, (await at.Store.Handle(Request("key", body: 1))).Kept!.Status);
    }

    [Fact]
    public async Task A_request_that_changes_nothing_keeps_its_answer_too()
    {
        await using var at = await TestStore.Create();
        Work ClearOnce() => new Work().On("tally-1", Tally.Decider, new Clear())
            .Once(Key("key", 1)).Then(commit => commit.Keep(204));

        Assert.False((await at.Store.Handle(ClearOnce())).Replayed);
        var again = await at.Store.Handle(ClearOnce());
        Assert.Equal((true, 204), (again.Replayed, again.Kept!.Status));
    }

    [Fact]
    public async Task While_the_first_runs_on_this_host_the_second_is_told_so_at_once()
    {
        await using var at = await TestStore.Create();
        using var go = new ManualResetEventSlim();
        using var inside = new ManualResetEventSlim();
        var first = Task.Run(() => at.Store.Handle(Request("key", 1).Then(_ => // a decision may run on its caller's thread
        {
            inside.Set();
            go.Wait();
        })));
        inside.Wait();

        var second = await at.Store.Handle(Request("key", 1));

        go.Set();
        Assert.IsType<StillRunning>(second.Refusal);
        Assert.False((await first).Replayed);
        Assert.True((await at.Store.Handle(Request("key", 1))).Replayed);
    }

    [Fact]
    public async Task While_the_first_hangs_on_another_host_the_second_is_told_so_after_a_second()
    {
        await using var at = await TestStore.Create();
        var key = Key("key", 1);
        await using var other = await at.Database.OpenConnectionAsync();
        await using var held = await other.BeginTransactionAsync();
        const string Insert = "insert into eventops_side.idempotency values ($1, $2, 201, null, '{}', now())";
        await using (var insert = new NpgsqlCommand(Insert, other))
        {
            insert.Parameters.Add(Statements.Value(key.Id));
            insert.Parameters.Add(Statements.Value(key.Fingerprint));
            await insert.ExecuteNonQueryAsync();
        }

        var meanwhile = await at.Store.Handle(Request("key", 1)).WaitAsync(TimeSpan.FromSeconds(5));
        await held.CommitAsync();

        Assert.IsType<StillRunning>(meanwhile.Refusal);
        Assert.Empty(await at.Store.Read("tally-1"));
        Assert.True((await at.Store.Handle(Request("key", 1))).Replayed);
    }

    [Fact]
    public async Task Of_two_hosts_with_the_same_request_one_stores()
    {
        await using var at = await TestStore.Create();
        var other = at.OtherHost();
        for (var i = 0; i < 30; i++)
        {
            var key = $"key-{i}";
            var outcomes = await Task.WhenAll(at.Store.Handle(Fresh(key)), other.Store.Handle(Fresh(key)));
            Assert.Single(outcomes, outcome => outcome is { Replayed: false, Refusal: null });
            Assert.Single(outcomes, outcome => outcome is { Replayed: true } or { Refusal: StillRunning });
        }

        Assert.Equal(30, await at.Read<long>("select count(*) from eventops.mt_events"));

        static Work Fresh(string key) => new Work().Start($"tally-{Guid.NewGuid()}", Tally.Decider, new Add(1))
            .Once(Key(key, 1)).Then(commit => commit.Keep(201));
    }

    private static IdempotencyKey Key(string key, byte body, string actor = "public", string route = "/") =>
        IdempotencyKey.Of(key, actor, route, [body]);

    private static Work Request(string key, byte body, string actor = "public", string route = "/") =>
        new Work().On("tally-1", Tally.Decider, new Add(1))
            .Once(Key(key, body, actor, route)).Then(commit => commit.Keep(201, "/there", s_id));
}
