using EventOps.EventStore;

namespace EventOps.Accounts.Devices;

/// <summary>The scanners of an event with their gates: what the device cookie is checked against.</summary>
public static class DeviceRows
{
    public static Projection Projection { get; } = new(
        "accounts.devices", "accounts.devices",
        [typeof(DeviceEnrolmentOffered), typeof(DeviceEnrolled), typeof(DeviceRevoked)], Project);

    private static void Project(IReadOnlyList<Recorded> events, Npgsql.NpgsqlBatch batch, string table)
    {
        var offered = events.Where(e => e.Event is DeviceEnrolmentOffered).ToList();
        var enrolled = events.Where(e => e.Event is DeviceEnrolled).ToList();
        var revoked = events.Where(e => e.Event is DeviceRevoked).ToList();
        if (offered.Count > 0)
        {
            batch.Add(
                $"""
                insert into {table} (device_id, organisation_id, event_id, gate, offered_until)
                select * from unnest($1, $2, $3, $4, $5) on conflict do nothing
                """,
                offered.Column(Id), offered.Column(e => Offer(e).OrganisationId), offered.Column(e => Offer(e).EventId),
                offered.Column(e => Offer(e).Gate), offered.Column(e => Offer(e).Until));
        }

        Mark("enrolled_at", enrolled);
        Mark("revoked_at", revoked);

        void Mark(string column, List<Recorded> marked)
        {
            if (marked.Count == 0) return;
            batch.Add(
                $"update {table} d set {column} = m.at from unnest($1, $2) as m (id, at) where d.device_id = m.id",
                marked.Column(Id), marked.Column(e => e.At));
        }
    }

    private static DeviceEnrolmentOffered Offer(Recorded recorded) => (DeviceEnrolmentOffered)recorded.Event;

    private static Guid Id(Recorded recorded) => Guid.Parse(recorded.Stream.AsSpan("device-".Length));
}
