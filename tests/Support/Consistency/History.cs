using System.Collections.Concurrent;

namespace EventOps.Support.Consistency;

/// <summary>How an operation ended for its client: acknowledged, refused, or nobody knows (error, timeout, cut connection).</summary>
public enum Result
{
    Ok,
    Fail,
    Info,
}

/// <summary>One operation as its client saw it.</summary>
/// <param name="Proc">The client.</param>
/// <param name="Name">What it did: <c>register</c>, <c>scan</c>.</param>
/// <param name="Key">What makes the operation recognisable, the idempotency key or the stream; the same on a retry.</param>
/// <param name="Invoked">When it was sent.</param>
/// <param name="Completed">When the answer came, or when the client gave up.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Value">The answer's body, where bodies have to agree.</param>
public sealed record Op(
    int Proc, string Name, string Key, DateTimeOffset Invoked, DateTimeOffset Completed, Result Result, string? Value = null);

/// <summary>Everything that happened in a run: the clients' operations and the faults that were injected.</summary>
public sealed class History
{
    private readonly ConcurrentQueue<Op> _ops = new();
    private readonly ConcurrentQueue<(DateTimeOffset At, string What)> _faults = new();

    public IReadOnlyCollection<Op> Ops => _ops;

    public IReadOnlyCollection<(DateTimeOffset At, string What)> Faults => _faults;

    public void Add(Op op) => _ops.Enqueue(op);

    public void Fault(string what) => _faults.Enqueue((DateTimeOffset.UtcNow, what));

    /// <summary>Runs one operation and records it; an exception means that nobody knows.</summary>
    public async Task<Op> Record(int proc, string name, string key, Func<Task<(Result Result, string? Value)>> run)
    {
        var invoked = DateTimeOffset.UtcNow;
        (Result Result, string? Value) ended;
        try
        {
            ended = await run();
        }
        catch (Exception failure)
        {
            ended = (Result.Info, failure.GetType().Name);
        }

        var op = new Op(proc, name, key, invoked, DateTimeOffset.UtcNow, ended.Result, ended.Value);
        Add(op);
        return op;
    }

    /// <summary>A run without a fault, or in which no two operations overlapped, proves nothing.</summary>
    /// <param name="contended">How many operations met another one on the same thing, as the drill counts it.</param>
    public IEnumerable<Violation> ProvesNothing(int contended)
    {
        if (Faults.Count == 0) yield return new("validity", "No fault fired.");
        if (contended == 0) yield return new("validity", "No two operations contended.");
        if (Ops.All(op => op.Result is not Result.Ok)) yield return new("validity", "No operation succeeded.");
    }
}

/// <summary>A broken promise: the rule (C1 to C8) and the evidence.</summary>
public sealed record Violation(string Rule, string What)
{
    public override string ToString() => $"{Rule}: {What}";
}
