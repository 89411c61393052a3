using System.Diagnostics;
using System.Text.Json;
using EventOps.Bench.Measuring;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Bench.References;

/// <summary>A bare loop over the events: read a page of 5,000, fold it, write its rows. No settling, position or parking.</summary>
public static class BareUpserts
{
    private const int Page = 5_000;

    private const string Tables = """
        create schema bench;
        create table bench.rows (stream varchar primary key, happened bigint not null, last uuid not null);
        create table bench.bare (like bench.rows including all);
        """;

    private const string Upsert = """
        insert into bench.bare as t (stream, happened, last) select * from unnest($1, $2, $3)
        on conflict (stream) do update set happened = t.happened + excluded.happened, last = excluded.last
        """;

    /// <summary>One row of the read model.</summary>
    public sealed record Row(string Stream, long Count, Guid Last);

    /// <summary>Makes tables and events, ten streams in turn as a busy day would.</summary>
    public static Task Prepare(BenchDatabase database, int events, int perStream) => database.Execute($$"""
        {{Tables}}
        insert into eventops.mt_streams (id, type, version) select 'sample-' || n, 'sample', {{perStream}}
          from generate_series(0, {{events / perStream - 1}}) n;
        insert into eventops.mt_events (seq_id, id, stream_id, version, data, type)
          select nextval('eventops.mt_events_sequence'), gen_random_uuid(), 'sample-' || stream, version,
            jsonb_build_object('eventId', gen_random_uuid(), 'registrationId', gen_random_uuid(),
              'ticketTypeId', gen_random_uuid(), 'confirmed', true), 'bench.sample-happened.v1'
          from generate_series(0, {{events / perStream / 10 - 1}}) block, generate_series(1, {{perStream}}) version,
            lateral (select block * 10 + n as stream from generate_series(0, 9) n) s;
        analyze;
        """);

    public static Task<TimeSpan> Read(BenchDatabase database, int events) => Over(database, events, null);

    public static Task<TimeSpan> Run(BenchDatabase database, int events) => Over(database, events, async (connection, page) =>
    {
        var rows = Fold(page);
        await using var command = new NpgsqlCommand(Upsert, connection)
        {
            Parameters = { rows.Column(row => row.Stream), rows.Column(row => row.Count), rows.Column(row => row.Last) },
        };
        await command.ExecuteNonQueryAsync();
    });

    public static IReadOnlyList<Row> Fold(IEnumerable<(string Stream, Guid Last)> events) =>
        [.. events.GroupBy(e => e.Stream).Select(same => new Row(same.Key, same.Count(), same.Last().Last))];

    private static async Task<TimeSpan> Over(
        BenchDatabase database, int events, Func<NpgsqlConnection, List<(string, Guid)>, Task>? write)
    {
        var (start, mark) = (Stopwatch.GetTimestamp(), 0L);
        await using var connection = await database.DataSource.OpenConnectionAsync();
        for (var seen = 0; seen < events;)
        {
            var page = new List<(string, Guid)>(Page);
            await using (var command = new NpgsqlCommand("""
                select e.seq_id, e.stream_id, e.version, e.id, e.timestamp, e.type, e.data from eventops.mt_events e
                where e.seq_id > $1 order by e.seq_id limit $2
                """, connection) { Parameters = { Statements.Value(mark), Statements.Value(Page) } })
            await using (var row = await command.ExecuteReaderAsync())
            {
                while (await row.ReadAsync())
                {
                    mark = row.GetInt64(0);
                    var happened = JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(6), SampleJson.Default.SampleHappened)!;
                    page.Add((row.GetString(1), happened.RegistrationId));
                }
            }

            if (page.Count == 0) throw new CannotMeasure($"{events} events were to be read, {seen} are there.");
            seen += page.Count;
            if (write is not null) await write(connection, page);
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
