using System.Text.Json.Serialization;
using EventOps.EventStore;

namespace EventOps.Drills;

internal sealed record Counted(int By);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Counted))]
internal sealed partial class CountedJson : JsonSerializerContext;

internal sealed record Count(int Total);

/// <summary>The least that a drill of the store itself needs: a counter, a list of what was applied, a row per stream.</summary>
internal static class CountingModel
{
    public const string Tables = """
        create schema drill;
        create table drill.applied (place bigint generated always as identity primary key, sequence bigint not null);
        create table drill.counters (stream varchar primary key, total bigint not null);
        """;

    public static readonly Decider<int, Count, object> Counter = new("counter", new(0), (by, _) => new Counted(by),
        (state, happened) => happened is Counted counted ? new(state.Total + counted.By) : state);

    /// <summary>Writes down every number that it is shown, in the order in which it is shown.</summary>
    public static readonly Projection Applied = new("drill.applied", "drill.applied", [typeof(Counted)], (events, batch, table) =>
        batch.Add($"insert into {table} (sequence) select * from unnest($1)", events.Column(e => e.Sequence)));

    public static readonly Projection Counters = new(
        "drill.counters", "drill.counters", [typeof(Counted)], (events, batch, table) => batch.Add($"""
            insert into {table} as t (stream, total) select stream, sum(by) from unnest($1, $2) as e(stream, by) group by stream
            on conflict (stream) do update set total = t.total + excluded.total
            """, events.Column(e => e.Stream), events.Column(e => (long)((Counted)e.Event).By)));

    public static EventStoreModel Create()
    {
        var model = new EventStoreModel().Async(Counters);
        model.Events.Map("drill.counted.v1", CountedJson.Default.Counted);
        return model;
    }
}
