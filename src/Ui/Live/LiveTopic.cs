namespace EventOps.Ui.Live;

/// <summary>The last messages of one topic, and the signal that there are more.</summary>
internal sealed class LiveTopic
{
    private const int Kept = 256;
    private const int MostBehind = 32;

    private readonly Lock _lock = new();
    private LiveMessage?[] _ring = new LiveMessage?[8];
    private long _count;
    private int _beats;
    private int _viewers;
    private TaskCompletionSource _news = Signal();

    /// <summary>
    /// Where a viewer stands: how many messages of the topic it has behind it, and what it has to be told first.
    /// </summary>
    internal struct Cursor
    {
        public long Seen;
        public int Beats;
        public long ReplayUntil;
        public LiveMessage? First;
    }

    public int Viewers => Volatile.Read(ref _viewers);

    /// <summary>
    /// Completes with the next message; to be taken before the buffer is read, so that no message falls in between.
    /// </summary>
    public Task News
    {
        get
        {
            lock (_lock) return _news.Task;
        }
    }

    public void Publish(LiveMessage message)
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            if (_count > 0 && At(_count - 1) is var last && (message.Id < last.Id || (message.Id, message.Event, message.Data) == (last.Id, last.Event, last.Data))) return;
            if (_count == _ring.Length && _ring.Length < Kept) Array.Resize(ref _ring, _ring.Length * 2);
            _ring[_count++ % _ring.Length] = message;
            (told, _news) = (_news, Signal());
        }
        told.SetResult();
    }

    public void Beat()
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            _beats++;
            (told, _news) = (_news, Signal());
        }
        told.SetResult();
    }

    public Cursor Join(long? lastId)
    {
        Interlocked.Increment(ref _viewers);
        lock (_lock)
        {
            var oldest = Math.Max(0, _count - Kept);
            if (lastId is not { } last) return new() { Seen = _count, Beats = _beats };
            // Only who has seen a message that is still here can be told all that followed.
            if (_count == 0 || last < At(oldest).Id)
                return new() { Seen = _count, Beats = _beats, First = LiveMessage.Changed(_count == 0 ? last : At(_count - 1).Id) };
            var seen = _count;
            while (seen > oldest && At(seen - 1).Id > last) seen--;
            return new() { Seen = seen, Beats = _beats, ReplayUntil = _count };
        }
    }

    public LiveMessage? Next(ref Cursor cursor)
    {
        if (cursor.First is { } first)
        {
            cursor.First = null;
            return first;
        }
        lock (_lock)
        {
            if (cursor.Seen == _count)
            {
                if (cursor.Beats == _beats) return null;
                cursor.Beats = _beats;
                return LiveMessage.Beat;
            }
            var behind = _count - cursor.Seen;
            if (behind > Kept || (behind > MostBehind && cursor.Seen >= cursor.ReplayUntil))
            {
                cursor.Seen = _count;
                return LiveMessage.Changed(At(_count - 1).Id);
            }
            return At(cursor.Seen++);
        }
    }

    public void Leave() => Interlocked.Decrement(ref _viewers);

    private LiveMessage At(long position) => _ring[position % _ring.Length]!;

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
