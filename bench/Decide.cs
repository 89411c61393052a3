using EventOps.Bench.Measuring;
using EventOps.Bench.References;
using EventOps.EventStore;

namespace EventOps.Bench;

/// <summary>
/// Load, decide and append one event on 1,000 streams that exist; the reference is pgbench bumping a stream row and inserting
/// the event.
/// </summary>
public static class Decide
{
    private const int Streams = 1000;
    private const int Clients = 16;

    private const string Bump = """
        \set n random(0, 999)
        with stream as (
          update eventops.mt_streams set version = version + 1, timestamp = now() where id = 'sample-' || :n
          returning id, version)
        insert into eventops.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id,
          correlation_id, causation_id, headers, is_archived)
        select nextval('eventops.mt_events_sequence'), gen_random_uuid(), id, version,
          '{"eventId":"3f1c0f1e-4a6b-4d0e-9f55-6f7a1d2b3c4d","registrationId":"8a2b6c4d-1e3f-4a5b-8c7d-9e0f1a2b3c4d",'
          '"ticketTypeId":"5d4c3b2a-1f0e-4d9c-8b7a-6f5e4d3c2b1a","confirmed": true}',
          'bench.sample-happened.v1', now(), '*DEFAULT*', null, null, null, false
        from stream;
        """;

    private const string LostSequenceNumbers =
        "select (select last_value from eventops.mt_events_sequence) - (select count(*) from eventops.mt_events)";

    private const string GapsInVersions = """
        select count(*) from (select s.id from eventops.mt_streams s join eventops.mt_events e on e.stream_id = s.id
        group by s.id, s.version having count(*) <> s.version or max(e.version) <> s.version or min(e.version) <> 1) as wrong
        """;

    public static async Task Run(Setting setting)
    {
        await using var plain = await BenchDatabase.Create(setting.Server, Sample.Model());
        await using var database = await BenchDatabase.Create(setting.Server, Sample.Model());
        await using var store = new PostgresEventStore(database.DataSource, Sample.Model(), TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, Streams).Select(n => Happen(store, n)));
        await Copy(plain);

        var pgbench = new Pgbench(plain.ConnectionString);
        await Load.Of(Clients, setting.WarmUp, _ => Happen(store, Random.Shared.Next(Streams)));
        var (reference, ours) = (new List<double>(), new List<Load>());
        for (var round = 0; round < setting.Rounds; round++)
        {
            reference.Add(await pgbench.Rate(Bump, Clients, setting.Run));
            ours.Add(await Load.Of(Clients, setting.Run, _ => Happen(store, Random.Shared.Next(Streams))));
        }

        if (await database.Read<long>(GapsInVersions) is > 0 and var wrong)
            throw new CannotMeasure($"{wrong} streams have gaps in their versions: the figures would be of a broken store.");
        setting.Figures.Print("reference.rate", reference.Median(), "per_second");
        setting.Figures.Print("16.rate", Load.MedianRate(ours), "per_second");
        setting.Figures.Print("16.p50", Load.Percentile(ours, 0.5), "ms");
        setting.Figures.Print("16.p99", Load.Percentile(ours, 0.99), "ms");
        setting.Figures.AtLeast("16.ratio", Load.MedianRate(ours) / reference.Median(), 0.8, "x");
        setting.Figures.AtMost("lost-sequence-numbers", await database.Read<long>(LostSequenceNumbers), 0, "count");
    }

    private static async Task Happen(PostgresEventStore store, int stream)
    {
        var outcome = await store.Handle(new Work().On($"sample-{stream}", Sample.Decider, HappenAgain.Random()));
        if (outcome.Events.Count != 1) throw new CannotMeasure("The store answered without an event.");
    }

    private static Task Copy(BenchDatabase plain) => plain.Execute($"""
        insert into eventops.mt_streams (id, type, version)
        select 'sample-' || n, 'sample', 0 from generate_series(0, {Streams - 1}) n
        """);
}
