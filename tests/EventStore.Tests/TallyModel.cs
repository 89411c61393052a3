using System.Globalization;

namespace EventOps.EventStore.Tests;

/// <summary>The events, rows and read models that the tests register.</summary>
internal static class TallyModel
{
    /// <summary>The tables a module would bring as numbered SQL.</summary>
    public const string Tables = """
        create schema tests;
        create table tests.notes (id uuid primary key, text varchar not null check (text <> 'forbidden'));
        create table tests.tallies (stream varchar primary key, total bigint not null, count bigint not null);
        create index tallies_total on tests.tallies (total);
        create table tests.tallies_later (like tests.tallies including all);
        create table tests.sums (what varchar primary key, total bigint not null);
        """;

    public static readonly Projection Inline = Rows("tests.tallies", "tests.tallies");

    public static readonly Projection Later = Rows("tests.tallies-later", "tests.tallies_later");

    /// <summary>A total over all streams: one row that every event changes.</summary>
    public static readonly Projection Sum = new("tests.sums", "tests.sums", [typeof(Added)], (events, batch, table) => batch.Add(
        $"insert into {table} as t values ('all', $1) on conflict (what) do update set total = t.total + excluded.total",
        Statements.Value(events.Sum(e => (long)((Added)e.Event).By))));

    public static EventStoreModel Create()
    {
        var model = new EventStoreModel();
        model.Events.Map("tests.added.v2", TallyJson.Default.Added).Map("tests.cleared.v1", TallyJson.Default.Cleared)
            .Upcast("tests.added.v1", TallyJson.Default.AddedText,
                old => new Added(int.Parse(old.By, CultureInfo.InvariantCulture)));
        model.Rows<Note>((notes, batch) => batch.Add(
            "insert into tests.notes select * from unnest($1, $2)", notes.Column(n => n.Id), notes.Column(n => n.Text)));
        return model;
    }

    /// <summary>A row per stream. An amount of 666 cannot be digested.</summary>
    private static Projection Rows(string name, string table) => new(name, table, [typeof(Added), typeof(Cleared)], (events, batch, to) =>
    {
        if (events.Any(e => e.Event is Added { By: 666 })) throw new InvalidOperationException("Indigestible.");
        var rows = events.GroupBy(e => e.Stream).Select(Fold).ToList();
        batch.Add($"""
            insert into {to} as t (stream, total, count)
            select e.stream, e.added + case when e.cleared then 0 else coalesce(o.total, 0) end, e.count + coalesce(o.count, 0)
            from unnest($1, $2, $3, $4) as e(stream, added, count, cleared) left join {to} o on o.stream = e.stream
            on conflict (stream) do update set total = excluded.total, count = excluded.count
            """, rows.Column(r => r.Stream), rows.Column(r => r.Added), rows.Column(r => r.Count), rows.Column(r => r.Cleared));
    });

    private static (string Stream, long Added, long Count, bool Cleared) Fold(IGrouping<string, Recorded> stream) => stream.Aggregate(
        (Stream: stream.Key, Added: 0L, Count: 0L, Cleared: false),
        (row, recorded) => recorded.Event is Added added
            ? row with { Added = row.Added + added.By, Count = row.Count + 1 }
            : row with { Added = 0, Count = row.Count + 1, Cleared = true });
}
