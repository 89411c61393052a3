using EventOps.EventStore;
using EventOps.Registration.Attendees;
using Npgsql;

namespace EventOps.Registration.WatchingTheGate;

/// <summary>How many came in and left, per gate and quarter of an hour: a total over streams, so it follows by the daemon.</summary>
public static class Arrivals
{
    public const string Name = "registration.arrivals";

    /// <summary>The name of the message in live streams.</summary>
    public const string LiveEvent = "arrivals";

    public static Projection Projection { get; } = new(
        Name, "registration.arrivals", [typeof(AttendeeCheckedIn), typeof(AttendeeCheckedOut)], Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        var totals = events.Select(Step).GroupBy(step => step.Where)
            .Select(group => (Where: group.Key, In: group.Sum(step => step.In), Out: group.Sum(step => step.Out)))
            .OrderBy(total => total.Where.EventId).ThenBy(total => total.Where.Quarter).ToList();
        batch.Add($"""
            insert into {table} as a (event_id, list, gate, quarter, entered, left_again)
            select * from unnest($1, $2, $3, $4, $5, $6)
            on conflict (event_id, list, gate, quarter)
            do update set entered = a.entered + excluded.entered, left_again = a.left_again + excluded.left_again
            """,
            totals.Column(t => t.Where.EventId), totals.Column(t => t.Where.List), totals.Column(t => t.Where.Gate),
            totals.Column(t => t.Where.Quarter), totals.Column(t => t.In), totals.Column(t => t.Out));
    }

    private static (Place Where, int In, int Out) Step(Recorded recorded) => recorded.Event switch
    {
        AttendeeCheckedIn e => (new(e.EventId, e.List, e.Gate, Quarter(e.At)), e.WasInside ? 0 : 1, 0),
        AttendeeCheckedOut e => (new(e.EventId, e.List, e.Gate, Quarter(e.At)), 0, 1),
        _ => throw new NotSupportedException($"{recorded.Type} is no arrival."),
    };

    private static DateTimeOffset Quarter(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.FromMinutes(15).Ticks), TimeSpan.Zero);

    private sealed record Place(Guid EventId, string List, string Gate, DateTimeOffset Quarter);
}
