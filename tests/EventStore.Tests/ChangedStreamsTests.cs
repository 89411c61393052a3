using EventOps.Support;
using Npgsql;

namespace EventOps.EventStore.Tests;

public class ChangedStreamsTests
{
    [Fact]
    public async Task Only_what_got_events_since_is_named()
    {
        await using var at = await TestStore.Create();
        var changed = new ChangedStreams(at.Database);
        await at.Add("tally-1", 1);
        await at.Add("tally-2", 1);
        await at.Add("other-1", 1);
        var first = await Settled(changed, 0);
        Assert.Equal(["tally-1", "tally-2"], first.Streams!.Order(StringComparer.Ordinal));
        Assert.Empty((await changed.Since(first.Mark, "tally-", 10, default)).Streams!);
        await at.Add("tally-2", 1);
        Assert.Equal(["tally-2"], (await changed.Since(first.Mark, "tally-", 10, default)).Streams);
        Assert.Null((await changed.Since(0, "tally-", 1, default)).Streams);
    }

    [Fact]
    public async Task What_was_open_while_it_was_asked_is_named_later()
    {
        // A cluster of its own: others' open transactions would be in the way.
        await using var cluster = await TestCluster.Start();
        await using var at = await TestStore.On(cluster.ConnectionString, null, null);
        var changed = new ChangedStreams(at.Database);
        await at.Add("tally-1", 1);
        await using var connection = await at.Database.OpenConnectionAsync();
        await using var open = await connection.BeginTransactionAsync();
        // As a commit does: its transaction's id first, then a number; the event is seen at its end.
        await using var write = new NpgsqlCommand(
            """
            insert into eventops.mt_streams (id, version) values ('tally-9', 1);
            insert into eventops.mt_events (seq_id, id, stream_id, version, data, type)
            values (nextval('eventops.mt_events_sequence'), gen_random_uuid(), 'tally-9', 1, '{}', 'x')
            """, connection, open);
        await write.ExecuteNonQueryAsync();
        await at.Add("tally-2", 1); // a later number, committed earlier
        var during = await changed.Since(0, "tally-", 10, default);
        Assert.Equal(["tally-1", "tally-2"], during.Streams!.Order(StringComparer.Ordinal));
        await open.CommitAsync();
        Assert.Contains("tally-9", (await changed.Since(during.Mark, "tally-", 10, default)).Streams!);
    }

    [Fact]
    public async Task Under_steady_writing_the_mark_moves_on()
    {
        await using var cluster = await TestCluster.Start();
        await using var at = await TestStore.On(cluster.ConnectionString, null, null);
        var changed = new ChangedStreams(at.Database);
        await at.Add("tally-1", 1);
        var (mark, open) = (0L, await Open());
        for (var turn = 0; turn < 4; turn++)
        {
            // There is never a moment without an open transaction.
            var next = await Open();
            await open.DisposeAsync();
            open = next;
            mark = (await changed.Since(mark, "tally-", 10, default)).Mark;
        }

        await open.DisposeAsync();
        Assert.Equal(1, mark);

        async Task<NpgsqlConnection> Open()
        {
            var connection = await at.Database.OpenConnectionAsync();
            await using var begin = new NpgsqlCommand("begin; select pg_current_xact_id()", connection);
            await begin.ExecuteNonQueryAsync();
            return connection;
        }
    }

    // Transactions of other databases in the cluster end soon.
    private static async Task<ChangedStreams.Answer> Settled(ChangedStreams changed, long mark)
    {
        for (var tries = 0; tries < 200; tries++, await Task.Delay(25))
        {
            if (await changed.Since(mark, "tally-", 10, default) is { Mark: > 0 } answer) return answer;
        }

        throw new TimeoutException("Nothing is settled.");
    }
}
