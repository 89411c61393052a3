using System.Threading.Channels;
using Npgsql;

namespace EventOps.EventStore.Committing;

/// <summary>
/// Turns waiting work into group commits on one connection of its own. When a batch fails, its works run one by one, so that
/// one bad command fails alone.
/// </summary>
internal sealed class Committer(ChannelReader<Waiting> queue, NpgsqlDataSource database, CommitBatch batches) : IAsyncDisposable
{
    private const int LargestBatch = 256;
    private const int Tries = 6;

    // Waiting for another host's lock ends after 1 s per try; a session that hangs in a transaction is ended by the server.
    // All statements of a commit go by key: one that was planned while its table was empty must not scan it for ever.
    private const string SessionSettings =
        "set lock_timeout = '1s'; set idle_in_transaction_session_timeout = '10s'; set enable_seqscan = off";

    private NpgsqlConnection? _connection;

    public async Task Run()
    {
        var works = new List<Waiting>(LargestBatch);
        while (await queue.WaitToReadAsync())
        {
            works.Clear();
            while (works.Count < LargestBatch && queue.TryRead(out var waiting))
            {
                if (!waiting.GaveUp()) works.Add(waiting);
            }

            if (works.Count > 0)
                await Together(works);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
    }

    private async Task Together(List<Waiting> works)
    {
        try
        {
            var answers = await batches.Run(await Connected(), [.. works.Select(waiting => waiting.Work)], false, CancellationToken.None);
            for (var i = 0; i < works.Count; i++)
                works[i].Answer(answers[i]);
        }
        catch (Exception failure) when (works.Count == 1 && !Database.Retriable(failure))
        {
            await Fail(works[0], failure);
        }
        catch (Exception)
        {
            await RollBack();
            foreach (var waiting in works)
                await Alone(waiting);
        }
    }

    private async Task Alone(Waiting waiting)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answers = await batches.Run(await Connected(), [waiting.Work], true, CancellationToken.None);
                waiting.Answer(answers[0]);
                return;
            }
            catch (PostgresException failure) when (Database.IsBusyKey(failure) && waiting.Work.Key is not null)
            {
                await RollBack();
                waiting.Answer(new(Outcome.Refused(new StillRunning()), null));
                return;
            }
            catch (Exception failure) when (attempt < Tries && Database.Retriable(failure))
            {
                await RollBack();
            }
            catch (Exception failure)
            {
                await Fail(waiting, failure);
                return;
            }
        }
    }

    private async Task Fail(Waiting waiting, Exception failure)
    {
        var down = Database.IsDown(failure);
        await RollBack();
        waiting.Answer(new(null, (down, Database.Retriable(failure)) switch
        {
            (true, _) => new StoreUnavailable(failure),
            (_, true) => new StreamContended(waiting.Work.Steps.Select(step => step.Stream).FirstOrDefault("(none)"), failure),
            _ => failure,
        }));
    }

    private async Task<NpgsqlConnection> Connected()
    {
        if (_connection is { FullState: System.Data.ConnectionState.Open }) return _connection;
        if (_connection is not null) await _connection.DisposeAsync();
        _connection = null;
        var connection = await database.OpenConnectionAsync();
        await using var settings = new NpgsqlCommand(SessionSettings, connection);
        await settings.ExecuteNonQueryAsync();
        return _connection = connection;
    }

    private async Task RollBack()
    {
        if (_connection is not { FullState: System.Data.ConnectionState.Open }) return;
        try
        {
            await using var command = new NpgsqlCommand("rollback", _connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            await _connection.DisposeAsync(); // the next work opens a new one
            _connection = null;
        }
    }
}
