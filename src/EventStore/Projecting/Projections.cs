using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>Compares read models.</summary>
public static class Projections
{
    // Every key column as text in byte order: the same rows give the same hash whatever the database's collation.
    private const string KeyColumns = """
        select string_agg(format('(%I)::text collate "C"', a.attname), ', ' order by k.place)
        from pg_index i cross join unnest(i.indkey) with ordinality as k(number, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
        where i.indrelid = $1::regclass and i.indisprimary
        """;

    /// <summary>A hash over all rows of a table in the order of its primary key: equal rows, equal hash.</summary>
    public static async Task<string> Hash(NpgsqlDataSource database, string table, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var keys = new NpgsqlCommand(KeyColumns, connection);
        keys.Parameters.Add(Statements.Value(table));
        var order = await keys.ExecuteScalarAsync(ct) as string
            ?? throw new ArgumentException($"{table} has no primary key.", nameof(table));

        await using (var zone = new NpgsqlCommand("set timezone = 'UTC'", connection))
            await zone.ExecuteNonQueryAsync(ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var rows = await connection.BeginTextExportAsync($"copy (select * from {table} order by {order}) to stdout", ct);
        while (await rows.ReadLineAsync(ct) is { } row)
            hash.AppendData(Encoding.UTF8.GetBytes(row + "\n"));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
