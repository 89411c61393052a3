using System.Text.Json.Serialization;

namespace EventOps.EventStore.Tests;

/// <summary>A sum that must not grow beyond 1,000: the smallest aggregate that can refuse.</summary>
public sealed record Tally(int Total, int Count)
{
    public const int Most = 1_000;

    public static readonly Decider<object, Tally, object> Decider = new("tally", new(0, 0), Decide, Evolve);

    /// <summary>Another view of the same stream.</summary>
    public static readonly Decider<object, Largest, object> OfLargest = new("tally", new(0), (command, state) => command switch
    {
        AddTwice add when add.By > state.By => Decision<object>.All(new Added(add.By), new Added(add.By)),
        AddTwice => Decision<object>.Nothing,
        _ => throw new NotSupportedException(),
    }, (state, happened) => happened is Added added ? new(Math.Max(state.By, added.By)) : state);

    private static Decision<object> Decide(object command, Tally tally) => command switch
    {
        Add add when tally.Total + add.By > Most => new TooMuch(tally.Total),
        Add add => new Added(add.By),
        Clear when tally.Total == 0 => Decision<object>.Nothing,
        Clear => new Cleared(),
        Break => throw new InvalidOperationException("A bug in a decider."),
        _ => throw new NotSupportedException(),
    };

    private static Tally Evolve(Tally tally, object happened) => happened switch
    {
        Added added => new(tally.Total + added.By, tally.Count + 1),
        Cleared => new(0, tally.Count + 1),
        _ => tally,
    };
}

public sealed record Largest(int By);

public sealed record Add(int By);

public sealed record AddTwice(int By);

public sealed record Clear;

public sealed record Break;

public sealed record TooMuch(int Total) : Refusal;

public sealed record Added(int By);

public sealed record AddedText(string By);

public sealed record Cleared;

public sealed record Note(Guid Id, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Added))]
[JsonSerializable(typeof(AddedText))]
[JsonSerializable(typeof(Cleared))]
[JsonSerializable(typeof(Tally))]
internal sealed partial class TallyJson : JsonSerializerContext;
