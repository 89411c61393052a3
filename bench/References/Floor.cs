using EventOps.Bench.Measuring;

namespace EventOps.Bench.References;

/// <summary>
/// What one transaction for each event costs: pgbench inserts the stream row and the event row by one prepared statement, into
/// the same tables in a database of its own.
/// </summary>
public sealed class Floor : IAsyncDisposable
{
    // The same columns as the store writes; the document is as long as Sample's.
    private const string StartStream = """
        with stream as (
          insert into eventops.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
          values ('sample-' || gen_random_uuid(), 'sample', 1, now(), now(), '*DEFAULT*', false) returning id)
        insert into eventops.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id,
          correlation_id, causation_id, headers, is_archived)
        select nextval('eventops.mt_events_sequence'), gen_random_uuid(), id, 1,
          '{"eventId":"3f1c0f1e-4a6b-4d0e-9f55-6f7a1d2b3c4d","registrationId":"8a2b6c4d-1e3f-4a5b-8c7d-9e0f1a2b3c4d",'
          '"ticketTypeId":"5d4c3b2a-1f0e-4d9c-8b7a-6f5e4d3c2b1a","confirmed": true}',
          'bench.sample-happened.v1', now(), '*DEFAULT*', null, null, null, false
        from stream;
        """;

    private readonly BenchDatabase _database;
    private readonly Pgbench _pgbench;

    private Floor(BenchDatabase database) => (_database, _pgbench) = (database, new(database.ConnectionString));

    public static async Task<Floor> Create(Setting setting) => new(await BenchDatabase.Create(setting.Server, Sample.Model()));

    public Task<double> Rate(int clients, TimeSpan time) => _pgbench.Rate(StartStream, clients, time);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
