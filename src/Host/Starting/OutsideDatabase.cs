using Npgsql;

namespace EventOps.Host.Starting;

/// <summary>Looks at an operator's own PostgreSQL before the host trusts it with people's places.</summary>
public static class OutsideDatabase
{
    private const int OldestVersion = 150000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What the server says about itself.</summary>
    public sealed record Report(
        int VersionNumber, string Version, bool FSync, bool FullPageWrites, string SynchronousCommit, bool IsStandby,
        string Encoding);

    /// <summary>Refuses a database that cannot be reached, is too old, or may forget what it acknowledged.</summary>
    public static async Task Check(string connectionString)
    {
        if (Refuse(await Ask(connectionString)) is { } sentence) throw new CannotStart(sentence);
    }

    /// <summary>The sentence that refuses such a database, or nothing.</summary>
    public static string? Refuse(Report database) => database switch
    {
        { VersionNumber: < OldestVersion } =>
            $"The database runs PostgreSQL {database.Version}: EventOps needs version 15 or newer.",
        { FSync: false } => Off("fsync"),
        { FullPageWrites: false } => Off("full_page_writes"),
        { SynchronousCommit: "off" } => Off("synchronous_commit"),
        { IsStandby: true } => "The database is a read-only standby: give EventOps the connection string of the primary.",
        { Encoding: not "UTF8" } => $"The database is encoded in {database.Encoding}: make it again with encoding UTF8.",
        _ => null,
    };

    private static string Off(string setting) =>
        $"The database has {setting} turned off and could lose confirmed places in a power cut: turn {setting} on, then start " +
            $"again.";

    private static async Task<Report> Ask(string connectionString)
    {
        var settings = Parse(connectionString);
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return await Read(settings);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
            {
                var worthWaiting = failure is not PostgresException { IsTransient: false };
                if (!worthWaiting || DateTime.UtcNow > deadline)
                    throw new CannotStart($"The database {settings.Database} at {settings.Host}:{settings.Port} cannot be " +
                        $"used: {failure.Message}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new(connectionString) { Pooling = false, Timeout = 5 };
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            throw new CannotStart("ConnectionStrings__EventOps is not a connection string such as " +
                "Host=db;Database=eventops;Username=eventops;Password=...");
        }
    }

    private static async Task<Report> Read(NpgsqlConnectionStringBuilder settings)
    {
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            select current_setting('server_version_num')::int, current_setting('server_version'), current_setting('fsync')::bool,
                   current_setting('full_page_writes')::bool, current_setting('synchronous_commit'), pg_is_in_recovery(),
                   current_setting('server_encoding')
            """, connection);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return new(row.GetInt32(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3), row.GetString(4), row.GetBoolean(5),
            row.GetString(6));
    }
}
