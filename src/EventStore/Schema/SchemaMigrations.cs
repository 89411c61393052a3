using System.Globalization;
using System.Reflection;
using Npgsql;

namespace EventOps.EventStore.Schema;

/// <summary>
/// Applies the modules' numbered SQL files at start, each once, each in a transaction, under a lock: safe from several hosts at once.
/// </summary>
public static class SchemaMigrations
{
    private const long Lock = 0x45764f7073; // "EvOps": any number that no other program takes

    private const string Prepare = """
        create schema if not exists eventops_side;
        create table if not exists eventops_side.migrations (
          schema varchar not null, number int not null, name varchar not null,
          applied_at timestamptz not null default now(), primary key (schema, number));
        """;

    /// <summary>Brings the database to the model's newest state.</summary>
    /// <returns>The files applied now, as <c>schema/NNN_name</c>.</returns>
    public static async Task<IReadOnlyList<string>> Apply(
        NpgsqlDataSource database, EventStoreModel model, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await Execute(connection, "select pg_advisory_lock(" + Lock.ToString(CultureInfo.InvariantCulture) + ")", ct);
        try
        {
            await Execute(connection, Prepare, ct);
            var done = await Applied(connection, ct);
            var applied = new List<string>();
            foreach (var file in model.Schemas.SelectMany(schema => Files(schema.Schema, schema.Assembly)))
            {
                if (done.Contains((file.Schema, file.Number))) continue;
                await Run(connection, file, ct);
                applied.Add($"{file.Schema}/{file.Name}");
            }

            return applied;
        }
        finally
        {
            await Execute(
                connection, "select pg_advisory_unlock(" + Lock.ToString(CultureInfo.InvariantCulture) + ")",
                CancellationToken.None);
        }
    }

    private static IEnumerable<File> Files(string schema, Assembly assembly) => assembly.GetManifestResourceNames()
        .Where(resource => resource.EndsWith(".sql", StringComparison.Ordinal))
        .Select(resource => resource[..^4][(resource[..^4].LastIndexOf('.') + 1)..] is var name
            ? new File(schema, int.Parse(name[..3], CultureInfo.InvariantCulture), name, assembly, resource)
            : null!)
        .OrderBy(file => file.Number);

    private static async Task<HashSet<(string Schema, int Number)>> Applied(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select schema, number from eventops_side.migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var done = new HashSet<(string, int)>();
        while (await reader.ReadAsync(ct))
            done.Add((reader.GetString(0), reader.GetInt32(1)));
        return done;
    }

    private static async Task Run(NpgsqlConnection connection, File file, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        using var text = new StreamReader(file.Assembly.GetManifestResourceStream(file.Resource)!);
        await Execute(connection, await text.ReadToEndAsync(ct), ct);
        await using var note = new NpgsqlCommand(
            "insert into eventops_side.migrations (schema, number, name) values ($1, $2, $3)", connection, transaction);
        note.Parameters.Add(Statements.Value(file.Schema));
        note.Parameters.Add(Statements.Value(file.Number));
        note.Parameters.Add(Statements.Value(file.Name));
        await note.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record File(string Schema, int Number, string Name, Assembly Assembly, string Resource);
}
