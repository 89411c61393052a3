using Npgsql;

namespace EventOps.EventStore.Committing;

/// <summary>
/// Turns waiting work into group commits on one connection of its own. When a batch fails, its works run one by one, so that
/// one bad command fails alone. Whatever happens, every caller gets an answer.
/// </summary>
internal sealed class Committer(NpgsqlDataSource database, CommitBatch batches)
{
    public const int LargestBatch = 256;
    private const int Tries = 6;
    private const int TriesOnLocks = 3; // of 1 s each
    private const int Connections = 3;

    // Waiting for another host's lock ends after 1 s per try; a session that hangs in a transaction is ended by the server.
    // All statements of a commit go by key: one that was planned while its table was empty must not scan it for ever.
    // Nobody may weaken what an answer promises by a default of the role or the database.
    private const string SessionSettings = """
        set lock_timeout = '1s'; set idle_in_transaction_session_timeout = '10s'; set enable_seqscan = off;
        set plan_cache_mode = force_generic_plan;
        select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') in ('off', 'local')
        """;

    private static readonly bool[] s_loadAll = [false, true];

    private NpgsqlConnection? _connection;

    /// <summary>Commits the works; afterwards each has its answer.</summary>
    public Task Commit(List<Waiting> works) => works.Count == 1 ? Alone(works[0], loadAll: false) : Together(works);

    public async ValueTask Disconnect()
    {
        var old = _connection;
        _connection = null;
        if (old is not null) await old.DisposeAsync().ConfigureAwait(false);
    }

    private async Task Together(List<Waiting> works)
    {
        // A stream that should be new exists: once more with everything loaded, before the works are taken apart.
        foreach (var loadAll in s_loadAll)
        {
            try
            {
                var answers = await Try(works.ConvertAll(waiting => waiting.Work), loadAll).ConfigureAwait(false);
                for (var i = 0; i < works.Count; i++)
                    works[i].Answer(answers[i]);
                return;
            }
            catch (StoreUnavailable unknown)
            {
                FailAll(works, unknown); // never taken apart: the batch may be stored
                return;
            }
            catch (Exception failure)
            {
                await RollBack().ConfigureAwait(false);
                if (!Database.IsTaken(failure)) break;
            }
        }

        for (var i = 0; i < works.Count; i++)
        {
            if (await Alone(works[i], loadAll: true).ConfigureAwait(false)) continue;
            FailAll(works[(i + 1)..], new StoreUnavailable(new NpgsqlException("The work before got no answer.")));
            return;
        }
    }

    /// <summary>False when the database is away, so that trying the next work makes no sense.</summary>
    private async Task<bool> Alone(Waiting waiting, bool loadAll)
    {
        for (var attempt = 1; ; attempt++, loadAll = true)
        {
            try
            {
                var answers = await Try([waiting.Work], loadAll).ConfigureAwait(false);
                waiting.Answer(answers[0]);
                return true;
            }
            catch (StoreUnavailable down)
            {
                waiting.Fail(down);
                return false;
            }
            catch (PostgresException failure) when (Database.IsBusyKey(failure) && waiting.Work.Key is not null)
            {
                await RollBack().ConfigureAwait(false);
                waiting.Answer(new(Outcome.Refused(new StillRunning()), null));
                return true;
            }
            catch (Exception failure)
            {
                await RollBack().ConfigureAwait(false);
                if (Database.Retriable(failure) && attempt < (Database.IsLockTimeout(failure) ? TriesOnLocks : Tries)) continue;
                waiting.Fail(Database.Retriable(failure) ? new StreamContended(waiting.Work.FirstStream, failure) : failure);
                return true;
            }
        }
    }

    /// <summary>
    /// Runs a batch; again on a new connection when the old one turned out to be dead before anything was written.
    /// </summary>
    private async Task<IReadOnlyList<CommitBatch.Answer>> Try(IReadOnlyList<Work> works, bool loadAll)
    {
        for (var connection = 1; ; connection++)
        {
            try
            {
                return await batches.Run(await Connected().ConfigureAwait(false), works, loadAll).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not StoreUnavailable && Database.IsDown(failure))
            {
                await Disconnect().ConfigureAwait(false);
                if (connection == Connections) throw new StoreUnavailable(failure);
            }
        }
    }

    private async ValueTask<NpgsqlConnection> Connected()
    {
        if (_connection is { FullState: System.Data.ConnectionState.Open }) return _connection;
        await Disconnect().ConfigureAwait(false);
        _connection = await database.OpenConnectionAsync().ConfigureAwait(false);
        await CommitBatch.Execute(_connection, SessionSettings).ConfigureAwait(false);
        return _connection;
    }

    private async Task RollBack()
    {
        if (_connection is not { FullState: System.Data.ConnectionState.Open }) return;
        try
        {
            await CommitBatch.Execute(_connection, "rollback").ConfigureAwait(false);
        }
        catch (Exception)
        {
            await Disconnect().ConfigureAwait(false); // the next work opens a new one
        }
    }

    private static void FailAll(List<Waiting> works, Exception failure)
    {
        foreach (var waiting in works)
            waiting.Fail(failure);
    }
}
