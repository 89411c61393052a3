using EventOps.Support;
using Npgsql;

namespace EventOps.EventStore.Tests.Committing;

/// <summary>The database goes away: before, during and after a commit.</summary>
public sealed class OutageTests
{
    private const string CutOthers =
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

    private const string Sleeping =
        "select count(*) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()";

    [Fact]
    public async Task A_connection_that_died_between_works_is_replaced_without_a_word()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 1);
        await at.Execute(CutOthers);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => at.Add("tally-1", 1)));

        Assert.Equal(21, (await at.Store.Load("tally-1", Tally.Decider)).State.Total);
    }

    [Fact]
    public async Task Cut_off_while_committing_the_work_is_in_doubt_and_a_retry_with_the_key_is_safe()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 1);
        await Cut(at);

        var failure = await Record.ExceptionAsync(() => at.Store.Handle(Request()));
        await Mend(at);

        Assert.IsType<StoreUnavailable>(failure);
        Assert.False((await at.Store.Handle(Request())).Replayed);
        Assert.True((await at.Store.Handle(Request())).Replayed);
        Assert.Equal(2, (await at.Store.Read("tally-1")).Count);
    }

    [Fact]
    public async Task A_batch_whose_answer_is_lost_after_its_commit_is_in_doubt_for_everyone_and_never_run_again()
    {
        await using var at = await TestStore.Create();
        await using var cable = new CuttableProxy(at.ConnectionString);
        var far = at.OtherHost(cable.ConnectionString);
        await far.Add("tally-1", 1);
        await at.Execute("""
            create function tests.slow() returns trigger language plpgsql as $$ begin perform pg_sleep(1.5); return new; end $$;
            create trigger slow after insert on tests.notes for each row execute function tests.slow();
            """);
        var first = far.Store.Handle(
            "tally-1", Tally.Decider, new Add(1), commit => commit.Write(new Note(Guid.NewGuid(), "slow")));
        await UntilAsleep(at);
        var batch = Enumerable.Range(0, 20).Select(i => i == 10 ? far.Store.Handle(Request()) : far.Add("tally-1", 1)).ToList();
        await first;
        await UntilAsleep(at);

        cable.Withhold();
        while (await at.Read<long>("select version from eventops.mt_streams where id = 'tally-1'") < 22)
            await Task.Yield();
        cable.Cut();
        cable.Plug();
        var failures = await Task.WhenAll(batch.Select(work => Record.ExceptionAsync(() => work)));
        await at.Execute("drop trigger slow on tests.notes");

        Assert.All(failures, failure => Assert.IsType<StoreUnavailable>(failure));
        Assert.True((await far.Store.Handle(Request())).Replayed);
        await far.Add("tally-1", 1);
        Assert.Equal(23, (await at.Store.Read("tally-1")).Count);
    }

    [Fact]
    public async Task Without_a_database_everyone_gets_an_answer_and_the_store_recovers()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 1);
        var name = new NpgsqlConnectionStringBuilder(at.ConnectionString).Database;
        await using var elsewhere = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(at.ConnectionString) { Database = "postgres", Pooling = false });
        await Run(elsewhere, $"alter database {name} allow_connections false");
        await Run(elsewhere, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");

        var works = Enumerable.Range(0, 300).Select(_ => at.Add("tally-1", 1)).ToList();
        var failures = await Task.WhenAll(works.Select(work => Record.ExceptionAsync(() => work)))
            .WaitAsync(TimeSpan.FromSeconds(20));

        await Run(elsewhere, $"alter database {name} allow_connections true");
        Assert.All(failures, Assert.NotNull);
        Assert.Null((await at.Add("tally-1", 1)).Refusal);
        Assert.Equal(2, (await at.Store.Read("tally-1")).Count);
    }

    private static Work Request() => new Work().On("tally-1", Tally.Decider, new Add(1))
        .Once(IdempotencyKey.Of("key", "public", "/", [1])).Then(commit =>
        {
            commit.Write(new Note(Guid.NewGuid(), "cut"));
            commit.Keep(201);
        });

    private static async Task UntilAsleep(TestStore at)
    {
        while (await at.Read<long>(Sleeping) == 0)
            await Task.Yield();
    }

    /// <summary>The server ends its own session in the middle of the transaction that writes the note, as a crash would.</summary>
    private static Task Cut(TestStore at) => at.Execute("""
        create function tests.cut() returns trigger language plpgsql as $$
        begin
          perform pg_terminate_backend(pg_backend_pid());
          return new;
        end $$;
        create trigger cut after insert on tests.notes for each row execute function tests.cut();
        """);

    private static Task Mend(TestStore at) => at.Execute("drop trigger cut on tests.notes");

    private static async Task Run(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
