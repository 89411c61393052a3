namespace EventOps.EventStore;

/// <summary>
/// One command over one or several streams, committed whole or not at all, together with the rows that belong to it.
/// Built once, decided as often as the store needs, on any caller's thread: everything given to it is pure and never waits.
/// </summary>
public sealed class Work
{
    private readonly List<Step> _steps = [];

    internal IReadOnlyList<Step> Steps => _steps;

    internal string FirstStream => _steps.Count > 0 ? _steps[0].Stream : "(none)";

    internal Action<Commit>? Completion { get; private set; }

    internal IdempotencyKey? Key { get; private set; }

    internal Metadata Metadata { get; private set; } = Metadata.None;

    /// <summary>Decides <paramref name="command"/> on a stream that may exist; its row is locked first, in ordinal order of ids.</summary>
    /// <param name="stream">Stream id.</param>
    /// <param name="decider">The stream's rules.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="expected">The version that the caller has seen; another one is refused with <see cref="ChangedMeanwhile"/>.</param>
    public Work On<TCommand, TState, TEvent>(
        string stream, Decider<TCommand, TState, TEvent> decider, TCommand command, long? expected = null)
        where TState : class
        where TEvent : class => Add(new Step<TCommand, TState, TEvent>(stream, decider, command, startsStream: false, expected));

    /// <summary>
    /// Decides <paramref name="command"/> on a stream that is expected to be new, without loading it. If it exists after all,
    /// the work is decided again with the loaded state.
    /// </summary>
    public Work Start<TCommand, TState, TEvent>(string stream, Decider<TCommand, TState, TEvent> decider, TCommand command)
        where TState : class
        where TEvent : class => Add(new Step<TCommand, TState, TEvent>(stream, decider, command, startsStream: true, null));

    /// <summary>Adds the rows, messages and the kept answer once all steps have decided; not called when one refuses.</summary>
    public Work Then(Action<Commit> completion)
    {
        Completion += completion;
        return this;
    }

    /// <summary>Makes a second arrival of the same request replay the first answer.</summary>
    public Work Once(IdempotencyKey? key)
    {
        Key = key;
        return this;
    }

    /// <summary>Says who acts.</summary>
    public Work By(Metadata metadata)
    {
        Metadata = metadata;
        return this;
    }

    private Work Add(Step step)
    {
        _steps.Add(step);
        return this;
    }
}
