using Npgsql;

namespace EventOps.Support;

/// <summary>A fresh, empty database of one test, on the throw-away PostgreSQL that the test run shares.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;

    private TestDatabase(string server, string name)
    {
        (_server, _name) = (server, name);
        ConnectionString = new NpgsqlConnectionStringBuilder(server)
        {
            Database = name,
            MaxPoolSize = 20,
            IncludeErrorDetail = true,
        }.ConnectionString;
        DataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <summary>For a host or another process.</summary>
    public string ConnectionString { get; }

    /// <summary>For the test itself.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Makes the database; the server comes from EVENTOPS_TEST_POSTGRES, or is started once per test process.</summary>
    public static async Task<TestDatabase> Create()
    {
        var server = await TestPostgres.ConnectionString();
        var name = $"test_{Guid.NewGuid():N}";
        await Execute(server, $"create database {name} template template0 encoding 'UTF8'");
        return new(server, name);
    }

    /// <summary>Runs one statement, for arranging.</summary>
    public async Task Execute(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads one value, for asserting.</summary>
    public async Task<T?> Read<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>Drops the database, cutting what is still connected.</summary>
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await Execute(_server, $"drop database {_name} with (force)");
    }

    private static async Task Execute(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
