using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.VisitingStands;

/// <summary>One visit, counted once however often it is told; only its hour is kept.</summary>
public sealed record VisitRow(Guid StandId, byte[] Visitor, Guid EventId, DateTimeOffset Hour)
{
    public static VisitRow At(DateTimeOffset now, Guid eventId, Guid standId, byte[] visitor)
    {
        var utc = now.ToUniversalTime();
        return new(standId, visitor, eventId, new(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero));
    }

    public static void Write(IReadOnlyList<VisitRow> rows, NpgsqlBatch batch) => batch.Add(
        """
        insert into marketplace.visits (stand_id, visitor, event_id, hour) select * from unnest($1, $2, $3, $4)
        on conflict (stand_id, visitor) do nothing
        """,
        rows.Column(row => row.StandId), rows.Column(row => row.Visitor), rows.Column(row => row.EventId),
        rows.Column(row => row.Hour));
}

/// <summary>Visits that are not to be counted any more: the visitor took them back, or was erased.</summary>
public sealed record ForgottenVisits(IReadOnlyList<byte[]> Visitors)
{
    public static void Write(IReadOnlyList<ForgottenVisits> rows, NpgsqlBatch batch) => batch.Add(
        "delete from marketplace.visits where visitor = any($1)",
        rows.SelectMany(row => row.Visitors).ToList().Column(visitor => visitor));
}
