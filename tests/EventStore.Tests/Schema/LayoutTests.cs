using EventOps.EventStore.Schema;
using EventOps.Support;

namespace EventOps.EventStore.Tests.Schema;

/// <summary>The tables stay Marten's, so that a host on Marten can open the same database.</summary>
public sealed class LayoutTests
{
    private const string Listing = """
        select string_agg(line, E'\n' order by line collate "C") || E'\n' from (
          select format('column %s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then ' not null' else '' end,
            coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
          from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm')
          left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where c.relnamespace = 'eventops'::regnamespace and a.attnum > 0 and not a.attisdropped
          union all select format('order %s %s', c.relname, string_agg(a.attname, ' ' order by a.attnum))
          from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
          where c.relnamespace = 'eventops'::regnamespace and a.attnum > 0 and not a.attisdropped group by c.relname
          union all select 'index ' || indexdef from pg_indexes where schemaname = 'eventops'
          union all select format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
          from pg_constraint where connamespace = 'eventops'::regnamespace and contype <> 'n'
          union all select format('sequence %s cache %s', c.relname, s.seqcache)
          from pg_sequence s join pg_class c on c.oid = s.seqrelid where c.relnamespace = 'eventops'::regnamespace
          union all select format('function %s', proname) from pg_proc where pronamespace = 'eventops'::regnamespace) listing
        """;

    [Fact]
    public async Task The_schema_holds_exactly_what_the_golden_listing_says()
    {
        await using var at = await TestStore.Create();
        var golden = Path.Combine(TestPostgres.RepositoryRoot(), "tests/EventStore.Tests/Schema/eventops.golden.txt");

        Assert.Equal(await File.ReadAllTextAsync(golden), await at.Read<string>(Listing));
    }

    [Fact]
    public async Task Rows_are_written_as_marten_reads_them()
    {
        await using var at = await TestStore.Create();
        await at.Add("tally-1", 3);
        await at.Add("tally-1", 4);
        await at.OtherHost().Store.Handle(new Work().Start("tally-2", Tally.Decider, new Add(5)));

        const string Odd = """
            select count(*) from eventops.mt_events e join eventops.mt_streams s on s.id = e.stream_id
            where e.tenant_id is distinct from '*DEFAULT*' or s.tenant_id is distinct from '*DEFAULT*'
              or e.is_archived is distinct from false or s.is_archived is distinct from false or e.bdata is not null
              or abs(extract(epoch from clock_timestamp() - e.timestamp)) > 60 or e.data->>'by' is null
              or s.version is distinct from (select max(version) from eventops.mt_events l where l.stream_id = s.id)
              or s.timestamp is distinct from (select max(timestamp) from eventops.mt_events l where l.stream_id = s.id)
              or s.created is distinct from (select min(timestamp) from eventops.mt_events l where l.stream_id = s.id)
            """;
        Assert.Equal(0, await at.Read<long>(Odd));
        Assert.Equal("1:1 1:2 2:1", await at.Read<string>(
            "select string_agg(right(stream_id, 1) || ':' || version, ' ' order by seq_id) from eventops.mt_events"));
        Assert.Equal("tally", await at.Read<string>("select string_agg(distinct type, ',') from eventops.mt_streams"));
        Assert.Equal(3, await at.Read<long>("select max(seq_id) from eventops.mt_events"));
    }

    [Fact]
    public async Task Numbers_are_drawn_in_the_order_of_versions_and_losers_draw_none()
    {
        await using var at = await TestStore.Create();
        var other = at.OtherHost();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => (i % 2 == 0 ? at : other).Add($"tally-{i % 3}", 1)));

        Assert.Equal(0, await at.Read<long>("""
            select count(*) from eventops.mt_events a join eventops.mt_events b
              on a.stream_id = b.stream_id and a.version < b.version and a.seq_id > b.seq_id
            """));
        Assert.Equal(300, await at.Read<long>("select last_value from eventops.mt_events_sequence"));
    }

    [Fact]
    public async Task Hosts_that_start_at_once_apply_each_file_once()
    {
        await using var database = await TestDatabase.Create();
        var hosts = Enumerable.Range(0, 4).Select(_ => EventStoreServices.DataSource(database.ConnectionString, 2)).ToList();

        var applied = await Task.WhenAll(hosts.Select(host => SchemaMigrations.Apply(host, TallyModel.Create())));

        Assert.Equal(
            [
                "eventops/001_streams", "eventops/002_side_tables", "eventops/003_projecting", "eventops/004_room_for_updates",
                "eventops/005_moved",
            ],
            applied.SelectMany(files => files).Order());
        foreach (var host in hosts)
            await host.DisposeAsync();
    }
}
