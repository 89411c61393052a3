using EventOps.EventStore;
using EventOps.EventStore.Schema;
using Npgsql;

namespace EventOps.Bench.Measuring;

/// <summary>A database of one bench with the product's schema, dropped afterwards.</summary>
public sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;

    private BenchDatabase(string server, string name)
    {
        (_server, _name) = (server, name);
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        DataSource = EventStoreServices.DataSource(ConnectionString);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>Makes an empty database; with a model, its schema too.</summary>
    public static async Task<BenchDatabase> Create(string server, EventStoreModel? model = null)
    {
        var name = $"bench_{Guid.NewGuid():N}";
        await Execute(server, $"create database {name} template template0 encoding 'UTF8'");
        var database = new BenchDatabase(server, name);
        if (model is not null) await SchemaMigrations.Apply(database.DataSource, model);
        return database;
    }

    public async Task Execute(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> Read<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await Execute(_server, $"drop database {_name} with (force)");
    }

    private static async Task Execute(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
