namespace EventOps.EventStore.Committing;

/// <summary>
/// The work that waits for a committer. A committer takes all of it at once, except work on a stream that another committer is
/// busy with: that would only wait for the stream's lock, and keep its whole batch waiting.
/// </summary>
internal sealed class WaitingLine(int largestBatch, int committers)
{
    // So many callers in one batch, time and again, are a rush.
    private const int Crowd = 8;
    private const int RushFor = 250; // ms after the last crowd

    private readonly Lock _gate = new();
    private readonly HashSet<string> _busy = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<Waiting> _waiting = [];
    private long _crowdedAt = long.MinValue / 2;
    private int _working;
    private int _lastBatch;
    private int _heldBack; // came while their stream was busy
    private bool _gathering;
    private bool _closed;

    /// <summary>Whether many callers come at the same time, right now.</summary>
    public bool Rush => Environment.TickCount64 - Volatile.Read(ref _crowdedAt) < RushFor;

    /// <summary>Ends once the line is closed and all that was in it is done.</summary>
    public Task Ended => _ended.Task;

    public int Count
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>False once the line is closed. <paramref name="turn"/>: a committer is free for the caller.</summary>
    public bool TryAdd(Waiting waiting, out bool turn)
    {
        lock (_gate)
        {
            turn = false;
            if (_closed) return false;
            _waiting.Add(waiting);
            if (!IsFree(waiting.Work, _busy))
            {
                _heldBack++; // whoever is busy there takes it next
                return true;
            }

            if (_gathering || _working == committers) return true;
            _working++;
            return turn = true;
        }
    }

    /// <summary>
    /// Whether to wait a moment for others before taking: the last ones came together, and those come back together. Not on a hot
    /// stream, where work has waited already: the database is to be busy with it while the callers before it are answered.
    /// Who takes next ends the moment.
    /// </summary>
    public bool Gather()
    {
        lock (_gate)
            return !_gathering && _heldBack == 0 && _lastBatch > 1 && _waiting.Count > 0 && (_gathering = true);
    }

    /// <summary>Takes what can be done now; null when that is nothing, and the committer is free.</summary>
    public List<Waiting>? Take(bool gathered)
    {
        lock (_gate)
        {
            if (gathered) _gathering = false;
            if (!_gathering && _waiting.Count > 0 && TakeFree() is { Count: > 0 } taken) return taken;
            _working--;
            if (_closed && _waiting.Count == 0 && _working == 0) _ended.TrySetResult();
            return null;
        }
    }

    /// <summary>The work is decided and stored: its streams are free again.</summary>
    public void Done(List<Waiting> works)
    {
        lock (_gate)
        {
            foreach (var step in works.SelectMany(waiting => waiting.Work.Steps))
            {
                if (!step.StartsStream) _busy.Remove(step.Stream);
            }
        }
    }

    /// <summary>What waits is still done; nothing is added any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            if (_waiting.Count == 0 && _working == 0) _ended.TrySetResult();
        }
    }

    private List<Waiting> TakeFree()
    {
        var (taken, left) = (new List<Waiting>(_waiting.Count), new List<Waiting>());
        _asked.Clear();
        foreach (var waiting in _waiting)
        {
            if (taken.Count < largestBatch && IsFree(waiting.Work, _busy) && IsFree(waiting.Work, _asked))
            {
                taken.Add(waiting);
                continue;
            }

            // Nobody overtakes on a stream: work on two hot streams would else never find both of them free.
            left.Add(waiting);
            Mark(waiting.Work, _asked);
        }

        foreach (var waiting in taken)
            Mark(waiting.Work, _busy);
        (_waiting, _heldBack) = (left, left.Count);
        if (taken.Count > 0) _lastBatch = taken.Count;
        if (taken.Count >= Crowd) Volatile.Write(ref _crowdedAt, Environment.TickCount64);
        return taken;
    }

    private static bool IsFree(Work work, HashSet<string> streams)
    {
        if (streams.Count == 0) return true;
        foreach (var step in work.Steps)
        {
            if (!step.StartsStream && streams.Contains(step.Stream)) return false;
        }

        return true;
    }

    private static void Mark(Work work, HashSet<string> streams)
    {
        foreach (var step in work.Steps)
        {
            if (!step.StartsStream) streams.Add(step.Stream);
        }
    }
}
