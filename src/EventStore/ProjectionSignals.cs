using System.Collections.Concurrent;
using Npgsql;

namespace EventOps.EventStore;

/// <summary>
/// Tells every host that an asynchronous read model moved, so that live views look again. Many moves become one signal; a lost
/// one is healed by the next, so a waiter also looks again after a while.
/// </summary>
public sealed class ProjectionSignals(Wakeups wakeups)
{
    internal const string Topic = "projected/";

    private const string Notify =
        "select pg_notify('" + Committing.CommitBatch.Channel + "', '" + Topic + "' || name) from unnest($1) as moved(name)";

    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, byte> _moved = new(StringComparer.Ordinal);
    private readonly Signal _any = new();

    /// <summary>Follows one read model by its name. In a loop of looking and waiting no move is missed.</summary>
    public Wakeup Follow(string projection) => wakeups.Follow(Topic + projection);

    /// <summary>Raised on the leading host as soon as the rows are committed; other hosts hear it within some 20 ms.</summary>
    internal void Moved(string projection)
    {
        wakeups.Raise(Topic + projection);
        _moved[projection] = 0;
        _any.Raise();
    }

    internal async Task TellOtherHosts(NpgsqlDataSource database, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var any = _any.Next;
            string[] names = [.. _moved.Keys];
            if (names.Length == 0)
            {
                await any.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            foreach (var name in names)
                _moved.TryRemove(name, out _);
            try
            {
                await using var command = database.CreateCommand(Notify);
                command.Parameters.Add(Statements.Value(names));
                await command.ExecuteNonQueryAsync(ct);
            }
            catch (Exception failure) when (failure is OperationCanceledException or NpgsqlException)
            {
                // The next move tells it again.
            }

            await Task.Delay(s_between, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
