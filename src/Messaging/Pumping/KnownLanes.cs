namespace EventOps.Messaging.Pumping;

/// <summary>
/// The lanes that this host knows to have work, in the order in which it came, because it was published or left here. A hint: the
/// pump looks at the whole queue now and then, and who takes a lane is decided by the database.
/// </summary>
internal sealed class KnownLanes
{
    private const int Most = 50_000;

    private readonly Lock _gate = new();
    private readonly Queue<LaneName> _waiting = new();
    private readonly HashSet<LaneName> _known = [];
    private readonly Dictionary<LaneName, bool> _held = []; // by this host; true when more came meanwhile

    /// <summary>Knocked at when a lane has work.</summary>
    public Gate Gate { get; } = new();

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _known.Count == 0;
        }
    }

    public void Add(LaneName lane)
    {
        lock (_gate)
            Note(lane);
        Gate.Knock();
    }

    /// <summary>Takes lanes to claim: held from now on, until <see cref="End"/>.</summary>
    public IReadOnlyList<LaneName> Take(int atMost)
    {
        var taken = new List<LaneName>();
        lock (_gate)
        {
            while (taken.Count < atMost && _waiting.TryDequeue(out var lane))
            {
                if (!_known.Remove(lane)) continue; // taken meanwhile, without being named
                _held.Add(lane, false);
                taken.Add(lane);
            }
        }

        return taken;
    }

    /// <summary>A lane was claimed that was not named: held too, until <see cref="End"/>.</summary>
    public void Hold(LaneName lane)
    {
        lock (_gate)
        {
            _known.Remove(lane);
            _held.TryAdd(lane, false);
        }
    }

    /// <summary>A lane is given back; <paramref name="more"/>: it is known to have more work.</summary>
    public void End(LaneName lane, bool more)
    {
        lock (_gate)
        {
            if (!_held.Remove(lane, out var came) || !(came || more)) return;
            Note(lane);
        }

        Gate.Knock();
    }

    // What is too much is left to the look at the whole queue.
    private void Note(LaneName lane)
    {
        if (_held.ContainsKey(lane)) _held[lane] = true;
        else if (_known.Count < Most && _known.Add(lane)) _waiting.Enqueue(lane);
    }
}

/// <summary>A handler and the key of its messages.</summary>
internal readonly record struct LaneName(string Handler, string Key);

/// <summary>What this host puts into the queue goes to its own pumps at once, without a walk along the queue.</summary>
internal sealed class Arrivals(MessagingModel model)
{
    private readonly KnownLanes _transactional = new();
    private readonly KnownLanes _edges = new();

    public KnownLanes Of(bool edges) => edges ? _edges : _transactional;

    /// <summary>A lane got work; whose handler only other hosts have is left to them.</summary>
    public void Add(LaneName lane)
    {
        if (model.Find(lane.Handler) is { } subscriber) Of(subscriber.IsEdge).Add(lane);
    }

    public void Tell(IReadOnlyList<Published> messages)
    {
        foreach (var message in messages.Where(message => !message.IsDueLater))
        {
            foreach (var subscriber in model.SubscribersTo(message.Message.GetType()))
                Of(subscriber.IsEdge).Add(new(subscriber.Handler, message.Key));
        }
    }
}
