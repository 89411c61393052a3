using EventOps.EventStore.Reading;
using Npgsql;

namespace EventOps.EventStore.Committing;

/// <summary>
/// The second round trip of a batch. Stream rows come first: only winners draw sequence numbers, and the transaction has its
/// id before it draws one, which the daemon's fence relies on.
/// </summary>
internal static class BatchWrites
{
    private const string InsertStreams = """
        insert into eventops.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
        select id, type, version, at, at, '*DEFAULT*', false from unnest($1, $2, $3, $4) as s(id, type, version, at)
        """;

    private const string UpdateStreams = """
        update eventops.mt_streams s set timestamp = n.at, version =
          case when s.version = n.expected and not s.is_archived then n.version else eventops_side.moved(s.id) end
        from unnest($1, $2, $3, $4) as n(id, expected, version, at) where s.id = n.id
        """;

    private const string InsertEvents = """
        insert into eventops.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id,
          correlation_id, causation_id, headers, is_archived)
        select nextval('eventops.mt_events_sequence'), id, stream_id, version, data, type, at, '*DEFAULT*',
          correlation_id, causation_id, headers, false
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
          as e(id, stream_id, version, data, type, at, correlation_id, causation_id, headers)
        """;

    private const string InsertKeys = """
        insert into eventops_side.idempotency (id, fingerprint, status, location, ids, created_at)
        select id, fingerprint, status, location, string_to_array(ids, ',')::uuid[], $6
        from unnest($1, $2, $3, $4, $5) as k(id, fingerprint, status, location, ids)
        """;

    public static void Streams(NpgsqlBatch batch, IEnumerable<Slot> changed)
    {
        var slots = changed.OrderBy(slot => slot.Stream, StringComparer.Ordinal).ToList();
        var started = slots.Where(slot => slot.Stored == 0).ToList();
        var grown = slots.Where(slot => slot.Stored > 0).ToList();
        if (started.Count > 0)
        {
            batch.Add(InsertStreams, started.Column(s => s.Stream), started.Column(s => s.StreamType),
                started.Column(s => s.Version), started.Column(s => s.ChangedAt));
        }

        if (grown.Count > 0)
        {
            batch.Add(UpdateStreams, grown.Column(s => s.Stream), grown.Column(s => s.Stored),
                grown.Column(s => s.Version), grown.Column(s => s.ChangedAt));
        }
    }

    public static void Events(NpgsqlBatch batch, IReadOnlyList<Recorded> events, EventTypes types) =>
        batch.Add(InsertEvents, events.Column(e => e.Id), events.Column(e => e.Stream), events.Column(e => e.Version),
            events.JsonColumn(e => types.WriteUtf8(e.Event)), events.Column(e => e.Type), events.Column(e => e.At),
            events.Column(e => e.Metadata.CorrelationId), events.Column(e => e.Metadata.CausationId),
            events.JsonColumn(e => RecordedRow.Headers(e.Metadata)));

    public static void Keys(NpgsqlBatch batch, IReadOnlyList<(IdempotencyKey Key, KeptAnswer Answer)> keys, DateTimeOffset at)
    {
        var inOrder = keys.OrderBy(kept => Convert.ToHexString(kept.Key.Id), StringComparer.Ordinal).ToList();
        batch.Add(InsertKeys, inOrder.Column(k => k.Key.Id), inOrder.Column(k => k.Key.Fingerprint), inOrder.Column(k => k.Answer.Status),
            inOrder.Column(k => k.Answer.Location), inOrder.Column(k => string.Join(',', k.Answer.Ids)), Statements.Value(at));
    }
}
