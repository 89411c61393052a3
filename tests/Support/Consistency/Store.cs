using EventOps.EventStore.Projecting;
using Npgsql;

namespace EventOps.Support.Consistency;

/// <summary>C6: the streams have no gaps, each event counts once in each read model, and rows are the fold of their streams.</summary>
public static class Store
{
    private const string Gaps = """
        select s.id from eventops.mt_streams s
        left join (
          select stream_id, count(*) as events, min(version) as first, max(version) as last
          from eventops.mt_events group by stream_id) e on e.stream_id = s.id
        where e.first is distinct from 1 or e.last is distinct from s.version or e.events is distinct from s.version
        """;

    private const string Disordered = """
        select distinct a.stream_id from eventops.mt_events a
        join eventops.mt_events b on a.stream_id = b.stream_id and b.version = a.version + 1 and b.seq_id < a.seq_id
        """;

    /// <summary>Versions of every stream are 1..n and grow with the numbers of the store.</summary>
    public static async Task<IReadOnlyList<Violation>> Streams(NpgsqlDataSource database) =>
    [
        .. (await Texts(database, Gaps)).Select(stream => new Violation("C6", $"{stream} has a gap.")),
        .. (await Texts(database, Disordered)).Select(stream => new Violation("C6", $"{stream} has numbers against its versions.")),
    ];

    /// <summary>A read model's applied numbers, in the order of application, against the stored ones.</summary>
    public static IEnumerable<Violation> Applied(string projection, IReadOnlyList<long> applied, IReadOnlyCollection<long> stored)
    {
        foreach (var number in applied.GroupBy(number => number).Where(same => same.Count() > 1))
            yield return new("C6", $"{projection} applied {number.Key} {number.Count()} times.");
        foreach (var number in stored.Except(applied))
            yield return new("C6", $"{projection} skipped {number}.");
        foreach (var number in applied.Except(stored))
            yield return new("C6", $"{projection} applied {number}, which is not stored.");
        for (var i = 1; i < applied.Count; i++)
        {
            if (applied[i] < applied[i - 1])
                yield return new("C6", $"{projection} applied {applied[i]} after {applied[i - 1]}.");
        }
    }

    /// <summary>The live rows equal the rows after a rebuild; run it when everything is quiet.</summary>
    public static async Task<IReadOnlyList<Violation>> Rebuilt(
        NpgsqlDataSource database, EventOps.EventStore.EventStoreModel model)
    {
        var violations = new List<Violation>();
        foreach (var projection in model.InlineProjections.Concat(model.AsyncProjections))
        {
            var live = await Projections.Hash(database, projection.Table);
            await new Rebuild(database, model).Run(projection.Name);
            if (await Projections.Hash(database, projection.Table) != live)
                violations.Add(new("C6", $"{projection.Name} differs from the fold of its streams."));
        }

        return violations;
    }

    private static async Task<IReadOnlyList<string>> Texts(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 300;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
