using System.Globalization;
using Npgsql;

namespace EventOps.Drills;

/// <summary>A writer that has drawn its number and does not come to an end.</summary>
internal sealed class LateWriter : IAsyncDisposable
{
    public const string Application = "late writer";

    private readonly NpgsqlConnection _connection;
    private NpgsqlTransaction? _transaction;

    private LateWriter(NpgsqlConnection connection) => _connection = connection;

    public long Number { get; private set; }

    public static async Task<LateWriter> Draw(string connectionString, string stream)
    {
        var connection = new NpgsqlConnection($"{connectionString};Application Name={Application};Pooling=false");
        await connection.OpenAsync();
        var writer = new LateWriter(connection) { _transaction = await connection.BeginTransactionAsync() };
        await using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $$"""
            insert into eventops.mt_streams (id, type, version) values ('{{stream}}', 'counter', 1);
            insert into eventops.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('eventops.mt_events_sequence'), gen_random_uuid(), '{{stream}}', 1, '{"by": 1}',
              'drill.counted.v1', now())
            returning seq_id
            """), connection);
        writer.Number = (long)(await command.ExecuteScalarAsync())!;
        return writer;
    }

    public Task Commit() => _transaction!.CommitAsync();

    /// <summary>Rolls back what was not committed: the number is lost for good.</summary>
    public async ValueTask DisposeAsync()
    {
        await _transaction!.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
