using System.Diagnostics;

namespace EventOps.EventStore.Committing;

/// <summary>
/// The work that waits for a committer. A committer takes all of it at once, except work on a stream that another committer is
/// busy with: that would only wait for the stream's lock, and keep its whole batch waiting.
/// </summary>
internal sealed class WaitingLine(int largestBatch)
{
    // Callers who were answered together come back together: a moment of patience makes one batch of them, not two.
    private static readonly TimeSpan s_pause = TimeSpan.FromMicroseconds(10);
    private static readonly TimeSpan s_patience = TimeSpan.FromMicroseconds(300);

    // So many callers in one batch, time and again, are a rush.
    private const int Crowd = 8;
    private const int RushFor = 250; // ms after the last crowd

    private readonly object _gate = new();
    private readonly HashSet<string> _busy = new(StringComparer.Ordinal);
    private List<Waiting> _waiting = [];
    private long _crowdedAt = long.MinValue / 2;
    private int _lastBatch;
    private bool _gathering;
    private bool _closed;

    /// <summary>Whether many callers come at the same time, right now.</summary>
    public bool Rush => Environment.TickCount64 - Volatile.Read(ref _crowdedAt) < RushFor;

    /// <summary>False once the line is closed.</summary>
    public bool TryAdd(Waiting waiting)
    {
        lock (_gate)
        {
            if (_closed) return false;
            _waiting.Add(waiting);
            if (!_gathering) Monitor.Pulse(_gate);
            return true;
        }
    }

    /// <summary>Waits for work and takes what can be done now; null once the line is closed and empty.</summary>
    public List<Waiting>? Take()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_waiting.Count > 0 && !_gathering)
                {
                    if (_lastBatch > 1) Gather();
                    if (TakeFree() is { Count: > 0 } taken) return taken;
                }

                if (_closed && _waiting.Count == 0) return null;
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>The work is answered: its streams are free again.</summary>
    public void Done(List<Waiting> works)
    {
        lock (_gate)
        {
            foreach (var stream in works.SelectMany(Locks))
                _busy.Remove(stream);
            if (_waiting.Count > 0) Monitor.PulseAll(_gate);
        }
    }

    /// <summary>What waits is still done; nothing is added any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Gather()
    {
        _gathering = true;
        var (began, grew, count) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), _waiting.Count);
        while (Stopwatch.GetElapsedTime(grew) < s_pause && Stopwatch.GetElapsedTime(began) < s_patience)
        {
            Monitor.Exit(_gate);
            Thread.Yield();
            Monitor.Enter(_gate);
            if (_waiting.Count == count) continue;
            (grew, count) = (Stopwatch.GetTimestamp(), _waiting.Count);
        }

        _gathering = false;
    }

    private List<Waiting> TakeFree()
    {
        var (taken, left) = (new List<Waiting>(_waiting.Count), new List<Waiting>());
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var waiting in _waiting)
        {
            if (taken.Count < largestBatch && !Locks(waiting).Any(stream => _busy.Contains(stream) || asked.Contains(stream)))
            {
                taken.Add(waiting);
                continue;
            }

            // Nobody overtakes on a stream: work on two hot streams would else never find both of them free.
            left.Add(waiting);
            asked.UnionWith(Locks(waiting));
        }

        foreach (var stream in taken.SelectMany(Locks))
            _busy.Add(stream);
        _waiting = left;
        if (taken.Count > 0) _lastBatch = taken.Count;
        if (taken.Count == largestBatch) Monitor.Pulse(_gate); // there may be enough for the other committer
        if (taken.Count >= Crowd) Volatile.Write(ref _crowdedAt, Environment.TickCount64);
        return taken;
    }

    private static IEnumerable<string> Locks(Waiting waiting) =>
        waiting.Work.Steps.Where(step => !step.StartsStream).Select(step => step.Stream);
}
