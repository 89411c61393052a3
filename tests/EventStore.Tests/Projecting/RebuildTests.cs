using EventOps.EventStore.Projecting;

namespace EventOps.EventStore.Tests.Projecting;

/// <summary>A read model is folded anew while everything goes on.</summary>
public sealed class RebuildTests
{
    [Theory]
    [InlineData("tests.tallies")]
    [InlineData("tests.tallies-later")]
    public async Task Rebuilt_under_writes_it_equals_the_one_that_was_never_touched(string projection)
    {
        await using var at = await TestStore.Create(model => model.Inline(TallyModel.Inline).Async(TallyModel.Later));
        await at.StartDaemon();
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => at.Add($"tally-{i % 50}", 1)));
        await at.CaughtUp();
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                var stream = $"tally-{((i * 7) + writer) % 50}";
                await (i % 20 == 0 ? at.Store.Handle(stream, Tally.Decider, new Clear()) : at.Add(stream, 1));
            }
        })).ToList();
        var empty = false;
        var readers = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
                empty |= await at.Read<long>($"select count(*) from {projection.Replace('-', '_')}") < 50;
        });

        for (var i = 0; i < 3; i++)
            await new Rebuild(at.Database, at.Model).Run(projection);
        await enough.CancelAsync();
        await Task.WhenAll([.. writers, readers]);
        await at.CaughtUp();

        Assert.False(empty);
        Assert.Equal(await at.Hash("tests.tallies"), await at.Hash("tests.tallies_later"));
        var events = await at.Read<long>("select count(*) from eventops.mt_events");
        Assert.Equal(events, await at.Read<long>("select sum(count)::bigint from tests.tallies"));
    }

    [Fact]
    public async Task A_rebuild_repairs_what_differs_and_keeps_names_rights_and_policies()
    {
        await using var at = await TestStore.Create(model => model.Inline(TallyModel.Inline));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => at.Add($"tally-{i % 20}", 1)));
        await at.Execute("""
            alter table tests.tallies enable row level security;
            create policy everyone on tests.tallies for select to public using (total >= 0);
            grant select on tests.tallies to pg_monitor;
            """);
        const string Looks = """
            select string_agg(line, E'\n' order by line) from (
              select indexdef as line from pg_indexes where schemaname = 'tests' and tablename = 'tallies'
              union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                where conrelid = 'tests.tallies'::regclass
              union all select policyname || ' ' || cmd || ' ' || qual from pg_policies where tablename = 'tallies'
              union all select relacl::text || relrowsecurity from pg_class where oid = 'tests.tallies'::regclass) looks
            """;
        var (looks, hash) = (await at.Read<string>(Looks), await at.Hash("tests.tallies"));
        await at.Execute("update tests.tallies set total = 12 where stream = 'tally-3'");

        await new Rebuild(at.Database, at.Model).Run("tests.tallies");

        Assert.Equal(hash, await at.Hash("tests.tallies"));
        Assert.Equal(looks, await at.Read<string>(Looks));
    }

    [Fact]
    public async Task Killed_on_the_way_it_leaves_the_live_rows_and_the_next_one_succeeds()
    {
        await using var at = await TestStore.Create(model => model.Inline(TallyModel.Inline));
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => at.Add($"tally-{i % 50}", 1)));
        var hash = await at.Hash("tests.tallies");
        var killing = TallyModel.Inline with
        {
            Project = (events, batch, table) =>
            {
                TallyModel.Inline.Project(events, batch, table);
                Statements.Add(batch, "select pg_terminate_backend(pg_backend_pid())");
            },
        };
        var doomed = at.OtherHost(model => model.Inline(killing));

        for (var kill = 0; kill < 3; kill++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => new Rebuild(doomed.Database, doomed.Model).Run("tests.tallies"));
            Assert.Equal(hash, await at.Hash("tests.tallies"));
            Assert.Equal(1, await at.Read<long>("select count(*) from pg_tables where tablename = 'tallies__rebuild'"));
        }

        await new Rebuild(at.Database, at.Model).Run("tests.tallies");
        Assert.Equal(hash, await at.Hash("tests.tallies"));
        Assert.Equal(0, await at.Read<long>("select count(*) from pg_tables where tablename = 'tallies__rebuild'"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_asynchronous_rebuild_parks_what_the_live_one_would_and_frees_what_was_mended(bool perStream)
    {
        await using var at = await TestStore.Create(model => model.Async(TallyModel.Later with { PerStream = perStream }));
        await at.Execute("alter table tests.tallies_later add constraint small check (total < 100)");
        await at.StartDaemon();
        foreach (var by in (int[])[1, 200, 1])
            await at.Add("tally-mended", by);
        foreach (var by in (int[])[1, 666, 1])
            await at.Add("tally-poison", by);
        await at.CaughtUp();
        Assert.Equal(2, (await at.Parked.List()).Count);

        await at.Execute("alter table tests.tallies_later drop constraint small");
        var result = await new Rebuild(at.Database, at.Model).Run("tests.tallies-later");
        await at.Add("tally-mended", 1);
        await at.CaughtUp();

        Assert.Equal(1, result.Parked);
        Assert.Equal("tally-poison", (await at.Parked.List()).Single().Stream);
        const string Rows = "select string_agg(concat_ws(' ', stream, total, count), ', ' order by stream) from tests.tallies_later";
        Assert.Equal("tally-mended 203 4, tally-poison 1 1", await at.Read<string>(Rows));
    }

    [Fact]
    public async Task What_hangs_on_the_table_is_named_before_anything_is_done()
    {
        await using var at = await TestStore.Create(model => model.Inline(TallyModel.Inline));
        await at.Execute("create view tests.big as select * from tests.tallies where total > 100");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new Rebuild(at.Database, at.Model).Run("tests.tallies"));

        Assert.Contains("the view tests.big", failure.Message, StringComparison.Ordinal);
    }
}
