using EventOps.EventStore;
using Npgsql;

namespace EventOps.Messaging.Pumping;

/// <summary>
/// Takes free lanes in turn: each claim walks from one lane's head to the next by the index, whatever waits behind the heads,
/// and starts where the last claim ended, so that no lane is overlooked for ever.
/// </summary>
internal sealed class Claiming(NpgsqlDataSource database, MessagingModel model, MessagingSettings settings, bool edges)
{
    public const int MessagesPerLane = 16;

    private const int LongestWalk = 1000;

    // A lease that is lost in a crash is only a lease: the claim need not reach the disk. Plans are made once and live as long as
    // the connection: one made while the queue was short must not scan it when it is long.
    private const string Settings = """
        select set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true),
          set_config('plan_cache_mode', 'force_generic_plan', true)
        """;

    // The lease is looked up per lane in a subquery, so that the walk stops as soon as enough free lanes are found. Lanes are
    // taken in order: two hosts that claim at the same time wait for each other, but never in a circle.
    private const string Take = """
        with recursive walk as (
          select h.handler, n.key from unnest($1, $2) as h(handler, after)
          cross join lateral (
            select q.key from messaging.queue q where q.handler = h.handler and q.key > h.after order by q.key limit 1) n
          union all
          select w.handler, n.key from walk w
          cross join lateral (
            select q.key from messaging.queue q where q.handler = w.handler and q.key > w.key order by q.key limit 1) n
        ), walked as (
          select handler, key from walk limit $3
        ), free as (
          select w.handler, w.key from walked w
          where coalesce((select l.lease_until from messaging.lanes l where l.handler = w.handler and l.key = w.key), '-infinity')
            <= clock_timestamp()
          limit $4
        ), taken as (
          insert into messaging.lanes as l (handler, key, owner, lease_until)
          select handler, key, $5, clock_timestamp() + $6 from (select handler, key from free order by handler, key) f
          on conflict (handler, key) do update set owner = excluded.owner, lease_until = excluded.lease_until
          where l.lease_until <= clock_timestamp()
        )
        select handler, max(key) from (
          select handler, key from free where (select count(*) from free) >= $4
          union all
          select handler, key from walked where (select count(*) from free) < $4 and (select count(*) from walked) >= $3
        ) last group by handler
        """;

    private const string TakeKnown = """
        insert into messaging.lanes as l (handler, key, owner, lease_until)
        select handler, key, $3, clock_timestamp() + $4 from unnest($1, $2) as known(handler, key) order by handler, key collate "C"
        on conflict (handler, key) do update set owner = excluded.owner, lease_until = excluded.lease_until
        where l.lease_until <= clock_timestamp()
        """;

    // A statement of its own, hence with a snapshot of its own: what another host finished before it gave a lane back is gone.
    private const string Fetch = """
        select l.handler, l.key, q.position, q.id, q.type, q.body, q.attempts, q.published_at, q.correlation_id,
          exists (select from messaging.handled h where h.message_id = q.id and h.handler = q.handler)
        from messaging.lanes l
        left join lateral (
          select * from messaging.queue w where w.handler = l.handler and w.key = l.key order by w.position limit $2) q on true
        where l.owner = $1
        """;

    private readonly IReadOnlyList<string> _handlers = model.HandlersOf(edges);
    private readonly Dictionary<string, string> _cursors = [];

    public bool Edges => edges;

    /// <summary>Whether the last walk passed every lane: then nothing free is left.</summary>
    public bool SawAll { get; private set; }

    /// <summary>Takes lanes by name, those that are free.</summary>
    public Task<IReadOnlyList<Lane>> Claim(IReadOnlyList<LaneName> known, CancellationToken ct) => Claim(
        owner => new NpgsqlBatchCommand(TakeKnown)
        {
            Parameters =
            {
                known.Column(lane => lane.Handler), known.Column(lane => lane.Key), Statements.Value(owner),
                Statements.Value(settings.Lease),
            },
        }, _ => Task.CompletedTask, ct);

    /// <summary>Takes free lanes as the walk comes along them.</summary>
    public Task<IReadOnlyList<Lane>> Claim(int atMost, CancellationToken ct) => Claim(
        owner => new NpgsqlBatchCommand(Take)
        {
            Parameters =
            {
                _handlers.Column(handler => handler), _handlers.Column(handler => _cursors.GetValueOrDefault(handler, "")),
                Statements.Value(LongestWalk), Statements.Value(atMost), Statements.Value(owner), Statements.Value(settings.Lease),
            },
        }, async row =>
        {
            await Advance(row, ct);
            await row.NextResultAsync(ct);
        }, ct);

    private async Task<IReadOnlyList<Lane>> Claim(
        Func<Guid, NpgsqlBatchCommand> take, Func<NpgsqlDataReader, Task> taken, CancellationToken ct)
    {
        var owner = Guid.NewGuid();
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.Add("begin");
        batch.Add(Settings);
        batch.BatchCommands.Add(take(owner));
        batch.Add(Fetch, Statements.Value(owner), Statements.Value(MessagesPerLane));
        batch.Add("commit");
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        await taken(row);
        return await Lanes(row, owner, ct);
    }

    // A handler that comes without a key has no lane behind its cursor: it starts over.
    private async Task Advance(NpgsqlDataReader row, CancellationToken ct)
    {
        var fromTheStart = _cursors.Count == 0;
        _cursors.Clear();
        while (await row.ReadAsync(ct))
            _cursors[row.GetString(0)] = row.GetString(1);
        SawAll = fromTheStart && _cursors.Count == 0;
    }

    private async Task<IReadOnlyList<Lane>> Lanes(NpgsqlDataReader row, Guid owner, CancellationToken ct)
    {
        var found = new List<(string Handler, string Key, Queued? Message)>();
        while (await row.ReadAsync(ct))
        {
            found.Add((row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : new(
                row.GetGuid(3), row.GetInt64(2), row.GetString(4), row.GetFieldValue<byte[]>(5), row.GetInt32(6),
                row.GetFieldValue<DateTimeOffset>(7), row.IsDBNull(8) ? null : row.GetString(8), row.GetBoolean(9))));
        }

        return [.. found.GroupBy(row => (row.Handler, row.Key)).Select(lane => new Lane(
            model.Subscriber(lane.Key.Handler), lane.Key.Key, owner,
            [.. lane.Select(row => row.Message).OfType<Queued>().OrderBy(message => message.Position)]))];
    }
}
