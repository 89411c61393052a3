using EventOps.Support;
using Npgsql;

namespace EventOps.EventStore.Tests.Projecting;

/// <summary>A writer draws a number and takes its time, on a cluster of its own because everybody waits for it.</summary>
public sealed class LateAppendTests
{
    private const string Places =
        "create table tests.places (place bigint generated always as identity primary key, sequence bigint not null)";

    private const string Disordered =
        "select count(*) from tests.places a join tests.places b on b.place > a.place and b.sequence < a.sequence";

    private const string Skipped =
        "select count(*) from (select seq_id from eventops.mt_events except select sequence from tests.places) skipped";

    private static readonly Projection s_places = new(
        "tests.places", "tests.places", [typeof(Added)], (events, batch, table) => batch.Add(
            $"insert into {table} (sequence) select * from unnest($1)", events.Column(e => e.Sequence)));

    [Fact]
    public async Task Delays_the_read_models_and_is_never_skipped()
    {
        await using var cluster = await TestCluster.Start();
        await using var at = await TestStore.On(cluster.ConnectionString, null, model => model.Async(s_places));
        await at.Execute(Places);
        await at.StartDaemon();
        await at.Add("tally-first", 1);
        await at.CaughtUp();

        await using var late = await Late(at);
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => at.Add($"tally-{i}", 1)));
        var report = await at.Progress.Read();
        while (report.Holder is null)
            report = await at.Progress.Read();
        Assert.Equal(1, await at.Read<long>("select max(sequence) from tests.places"));
        Assert.Equal(2_001, report.Standings.Single().Lag);
        Assert.Equal(("slow writer", "idle in transaction"), (report.Holder.Application, report.Holder.State));

        await late.Commit();
        await at.CaughtUp();

        Assert.Equal(2_002, await at.Read<long>("select count(*) from tests.places"));
        Assert.Equal(0, await at.Read<long>(Disordered));
        Assert.Equal(0, await at.Read<long>(Skipped));
    }

    [Fact]
    public async Task That_is_rolled_back_costs_nothing()
    {
        await using var cluster = await TestCluster.Start();
        await using var at = await TestStore.On(cluster.ConnectionString, null, model => model.Async(s_places));
        await at.Execute(Places);
        await at.StartDaemon();
        for (var i = 0; i < 5; i++)
        {
            await (await Late(at)).DisposeAsync();
            await at.Add("tally-1", 1);
            await at.CaughtUp();
        }

        Assert.Equal(
            "2,4,6,8,10", await at.Read<string>("select string_agg(sequence::text, ',' order by place) from tests.places"));
        Assert.Equal(0, (await at.Progress.Read()).Standings.Single().Lag);
    }

    private static async Task<LateWriter> Late(TestStore at)
    {
        var connection = new NpgsqlConnection(at.ConnectionString + ";Application Name=slow writer;Pooling=false");
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("""
            insert into eventops.mt_streams (id, type, version) values ('tally-late', 'tally', 1);
            insert into eventops.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('eventops.mt_events_sequence'), gen_random_uuid(), 'tally-late', 1, '{"by": 1}', 'tests.added.v2', now());
            """, connection);
        await command.ExecuteNonQueryAsync();
        return new(connection, transaction);
    }

    private sealed record LateWriter(NpgsqlConnection Connection, NpgsqlTransaction Transaction) : IAsyncDisposable
    {
        public Task Commit() => Transaction.CommitAsync();

        public async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
