using Npgsql;

namespace EventOps.EventStore.Committing;

/// <summary>
/// Turns waiting work into group commits on one connection of its own. When a batch fails, its works run one by one, so that
/// one bad command fails alone. Whatever happens, every caller gets an answer.
/// </summary>
internal sealed class Committer(WaitingLine line, NpgsqlDataSource database, CommitBatch batches)
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

    /// <summary>The committer's thread, until the line is closed and empty.</summary>
    public void Run()
    {
        while (line.Take() is { } taken)
        {
            var works = taken.FindAll(waiting => waiting.Take());
            try
            {
                if (works.Count > 0) Together(works);
            }
            catch (Exception bug)
            {
                FailAll(works, bug);
            }

            line.Done(taken);
        }

        Disconnect();
    }

    private void Together(List<Waiting> works)
    {
        if (works.Count == 1)
        {
            Alone(works[0], loadAll: false);
            return;
        }

        // A stream that should be new exists: once more with everything loaded, before the works are taken apart.
        foreach (var loadAll in s_loadAll)
        {
            try
            {
                var answers = Try([.. works.Select(waiting => waiting.Work)], loadAll);
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
                RollBack();
                if (!Database.IsTaken(failure)) break;
            }
        }

        for (var i = 0; i < works.Count; i++)
        {
            if (Alone(works[i], loadAll: true)) continue;
            FailAll(works, new StoreUnavailable(new NpgsqlException("The work before got no answer."))); // those answered stay answered
            return;
        }
    }

    /// <summary>False when the database is away, so that trying the next work makes no sense.</summary>
    private bool Alone(Waiting waiting, bool loadAll)
    {
        for (var attempt = 1; ; attempt++, loadAll = true)
        {
            try
            {
                var answers = Try([waiting.Work], loadAll);
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
                RollBack();
                waiting.Answer(new(Outcome.Refused(new StillRunning()), null));
                return true;
            }
            catch (Exception failure)
            {
                RollBack();
                if (Database.Retriable(failure) && attempt < (Database.IsLockTimeout(failure) ? TriesOnLocks : Tries)) continue;
                waiting.Fail(Database.Retriable(failure) ? new StreamContended(waiting.Work.FirstStream, failure) : failure);
                return true;
            }
        }
    }

    /// <summary>
    /// Runs a batch; again on a new connection when the old one turned out to be dead before anything was written.
    /// </summary>
    private IReadOnlyList<CommitBatch.Answer> Try(IReadOnlyList<Work> works, bool loadAll)
    {
        for (var connection = 1; ; connection++)
        {
            try
            {
                return batches.Run(Connected(), works, loadAll);
            }
            catch (Exception failure) when (failure is not StoreUnavailable && Database.IsDown(failure))
            {
                Disconnect();
                if (connection == Connections) throw new StoreUnavailable(failure);
            }
        }
    }

    private NpgsqlConnection Connected()
    {
        if (_connection is { FullState: System.Data.ConnectionState.Open }) return _connection;
        Disconnect();
        _connection = database.OpenConnection();
        using var settings = new NpgsqlCommand(SessionSettings, _connection);
        settings.ExecuteNonQuery();
        return _connection;
    }

    private void RollBack()
    {
        if (_connection is not { FullState: System.Data.ConnectionState.Open }) return;
        try
        {
            using var command = new NpgsqlCommand("rollback", _connection);
            command.ExecuteNonQuery();
        }
        catch (Exception)
        {
            Disconnect(); // the next work opens a new one
        }
    }

    private void Disconnect()
    {
        var old = _connection;
        _connection = null;
        if (old is not null) old.Dispose();
    }

    private static void FailAll(List<Waiting> works, Exception failure)
    {
        foreach (var waiting in works)
            waiting.Fail(failure);
    }
}
