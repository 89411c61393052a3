using EventOps.EventStore;
using EventOps.Messaging.Pumping;
using Npgsql;

namespace EventOps.Messaging.Storing;

/// <summary>A message is handled: its mark comes, its row goes. A copy has its mark already: only the row goes.</summary>
internal sealed record Handled(
    Guid Id, string Handler, string Key, long Position, DateTimeOffset At, string? Note, bool Mark = true);

/// <summary>A lane is given back by whoever holds it.</summary>
internal sealed record Released(string Handler, string Key, Guid Owner);

/// <summary>The statements that ride on the store's group commits, one for all rows of a kind.</summary>
internal sealed class MessageRows(MessagingModel model, Arrivals arrivals)
{
    private const string Columns = "handler, key, id, type, body, published_at, correlation_id, causation_id";

    private const string InsertQueue = $"""
        insert into messaging.queue ({Columns})
        select {Columns} from unnest($1, $2, $3, $4, $5, $6, $7, $8) as m({Columns})
        """;

    private const string InsertScheduled = $"""
        insert into messaging.scheduled ({Columns}, due)
        select {Columns}, due from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) as m({Columns}, due)
        on conflict (id, handler) do nothing
        """;

    private const string DeleteScheduled = "delete from messaging.scheduled where id = any($1)";

    // Row by row through the index, whatever the planner thinks of the table: it is empty most of the time, and a join planned
    // then would scan it all when it is long.
    private const string DeleteQueue = """
        delete from messaging.queue where ctid = any (array(
          select found.row from unnest($1, $2, $3) as d(handler, key, position)
          cross join lateral (
            select q.ctid as row from messaging.queue q
            where q.handler = d.handler and q.key = d.key and q.position = d.position limit 1) found))
        """;

    private const string InsertMarks = """
        insert into messaging.handled (message_id, handler, handled_at, note) select * from unnest($1, $2, $3, $4)
        """;

    private const string DeleteLanes = """
        delete from messaging.lanes where ctid = any (array(
          select found.row from unnest($1, $2, $3) as d(handler, key, owner)
          cross join lateral (
            select l.ctid as row from messaging.lanes l
            where l.handler = d.handler and l.key = d.key and l.owner = d.owner limit 1) found))
        """;

    public void Register(EventStoreModel store) => store
        .Schema("messaging", typeof(MessageRows).Assembly)
        .Rows<Published>(Publish, arrivals.Tell)
        .Rows<Cancelled>((rows, batch) => batch.Add(DeleteScheduled, rows.Column(row => row.Id)))
        .Rows<Handled>(Mark)
        .Rows<Released>(Release);

    public static void Release(IReadOnlyList<Released> lanes, NpgsqlBatch batch) =>
        batch.Add(DeleteLanes, lanes.Column(l => l.Handler), lanes.Column(l => l.Key), lanes.Column(l => l.Owner));

    private void Publish(IReadOnlyList<Published> messages, NpgsqlBatch batch)
    {
        var rows = messages.SelectMany(message => FanOut(message)).ToList();
        var now = rows.Where(row => !row.Of.IsDueLater).ToList();
        var later = rows.Where(row => row.Of.IsDueLater).ToList();
        if (now.Count > 0)
            batch.Add(InsertQueue, Parameters(now));
        if (later.Count > 0)
            batch.Add(InsertScheduled, [.. Parameters(later), later.Column(row => row.Of.Due!.Value.ToUniversalTime())]);
        foreach (var topic in now.Select(row => Topics.Of(row.To.IsEdge)).Distinct())
            Wakeups.Announce(batch, topic);
    }

    private IEnumerable<Row> FanOut(Published message)
    {
        var (type, body) = model.Write(message.Message);
        return model.SubscribersTo(message.Message.GetType()).Select(subscriber => new Row(message, subscriber, type, body));
    }

    private static NpgsqlParameter[] Parameters(IReadOnlyList<Row> rows) =>
    [
        rows.Column(row => row.To.Handler), rows.Column(row => row.Of.Key), rows.Column(row => row.Of.Id),
        rows.Column(row => row.Type), rows.JsonColumn(row => row.Body), rows.Column(row => row.Of.At),
        rows.Column(row => row.Of.CorrelationId), rows.Column(row => row.Of.CausationId),
    ];

    private static void Mark(IReadOnlyList<Handled> rows, NpgsqlBatch batch)
    {
        batch.Add(DeleteQueue, rows.Column(row => row.Handler), rows.Column(row => row.Key), rows.Column(row => row.Position));
        var marks = rows.Where(row => row.Mark).ToList();
        if (marks.Count == 0) return;
        batch.Add(InsertMarks, marks.Column(row => row.Id), marks.Column(row => row.Handler), marks.Column(row => row.At),
            marks.Column(row => row.Note));
    }

    private sealed record Row(Published Of, Subscriber To, string Type, string Body);
}

/// <summary>What publishers announce, so that a pump wakes for its own kind of message only.</summary>
internal static class Topics
{
    public static string Of(bool edges) => edges ? "messages.edge" : "messages";
}
