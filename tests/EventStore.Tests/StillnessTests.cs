using EventOps.Support;
using Npgsql;

namespace EventOps.EventStore.Tests;

public class StillnessTests
{
    [Fact]
    public async Task A_mark_stays_while_nothing_is_appended_and_moves_with_an_append()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 1);
        var stillness = new Stillness(at.Database);
        var before = await Settled(stillness);
        Assert.Equal(before, await Settled(stillness));
        await at.Add("tally-1", 1);
        Assert.NotEqual(before, await Settled(stillness));
    }

    [Fact]
    public async Task While_an_append_is_open_there_is_no_mark()
    {
        // A cluster of its own: others' open transactions would hide ours.
        await using var cluster = await TestCluster.Start();
        await using var at = await TestStore.On(cluster.ConnectionString, null, null);
        var stillness = new Stillness(at.Database);
        await using var connection = await at.Database.OpenConnectionAsync();
        await using var open = await connection.BeginTransactionAsync();
        await using var draw = new NpgsqlCommand("select pg_current_xact_id(), nextval('eventops.mt_events_sequence')", connection, open);
        await draw.ExecuteNonQueryAsync();
        Assert.Null(await stillness.Mark());
        await open.RollbackAsync();
        Assert.NotNull(await Settled(stillness));
    }

    private static async Task<long?> Settled(Stillness stillness)
    {
        for (var tries = 0; tries < 200; tries++, await Task.Delay(25))
        {
            if (await stillness.Mark() is { } mark) return mark;
        }

        return null;
    }
}
