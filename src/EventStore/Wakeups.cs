using System.Collections.Concurrent;
using EventOps.EventStore.Committing;
using Npgsql;

namespace EventOps.EventStore;

/// <summary>
/// The host's one listening connection: tells many waiters that some host committed a batch. A hint, never a promise: it may come
/// too often (also after each reconnect), or not at all while the connection is down, so every waiter looks again after a while.
/// </summary>
public sealed class Wakeups(NpgsqlDataSource database) : IAsyncDisposable
{
    private const string AnyTopic = "";

    private static readonly TimeSpan s_probeAfter = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_reconnectAfter = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, Signal> _signals = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _starting = new();
    private Task? _listening;

    /// <summary>Adds an announcement of a topic to a batch: waiters on that topic alone wake too, once per batch.</summary>
    public static void Announce(NpgsqlBatch batch, string topic) =>
        batch.Add("select pg_notify('" + CommitBatch.Channel + "', $1)", Statements.Value(topic));

    /// <summary>
    /// Starts to follow the commits, or one announced topic. In a loop of looking and waiting nothing is missed: a commit that
    /// comes while the loop looks ends its next wait at once.
    /// </summary>
    public Wakeup Follow(string? topic = null)
    {
        lock (_starting)
            _listening ??= Task.Run(Listen);
        return new(_signals.GetOrAdd(topic ?? AnyTopic, _ => new()));
    }

    /// <summary>Waits for the next commit from now on, or until the time is up. Loops use <see cref="Follow"/>.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken ct = default) => Follow().WaitAsync(atMost, ct);

    /// <summary>Closes the connection; waiters wake when their time is up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_listening is not null) await _listening;
        _stop.Dispose();
    }

    private async Task Listen()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(_stop.Token);
                connection.Notification += (_, told) => Raise(told.Payload);
                await Execute(connection, "listen " + CommitBatch.Channel);
                RaiseAll(); // what was committed while nobody listened
                while (true)
                {
                    if (!await connection.WaitAsync(s_probeAfter, _stop.Token))
                        await Execute(connection, "select 1"); // notices a connection that died silently
                }
            }
            catch (Exception failure) when (failure is OperationCanceledException or ObjectDisposedException
                || Database.IsDown(failure))
            {
                await Task.Delay(s_reconnectAfter, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Raises a topic on this host without the way through the database.</summary>
    internal void Raise(string topic)
    {
        // What a read model's progress tells is no commit of events: the daemon must not wake itself.
        if (!topic.StartsWith(ProjectionSignals.Topic, StringComparison.Ordinal) && _signals.TryGetValue(AnyTopic, out var any))
            any.Raise();
        if (topic.Length > 0 && _signals.TryGetValue(topic, out var followed)) followed.Raise();
    }

    private void RaiseAll()
    {
        foreach (var signal in _signals.Values)
            signal.Raise();
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>One follower of <see cref="Wakeups"/>, for one loop.</summary>
public sealed class Wakeup
{
    private readonly Signal _signal;
    private Task _next;

    internal Wakeup(Signal signal) => (_signal, _next) = (signal, signal.Next);

    /// <summary>Returns at once if something was committed since the last wait ended; else waits for it, or for the time.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct = default)
    {
        await _next.WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        _next = _signal.Next;
    }
}

/// <summary>A task that ends at the next signal, handed to all who wait for it.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() =>
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
