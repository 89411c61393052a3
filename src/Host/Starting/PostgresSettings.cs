using System.Globalization;

namespace EventOps.Host.Starting;

/// <summary>
/// The embedded database's settings, written anew at each start; an operator's own go to <c>own.conf</c> beside them.
/// </summary>
public static class PostgresSettings
{
    /// <summary>Writes postgresql.conf.</summary>
    public static async Task Write(ClusterPlace place, int port)
    {
        var file = Path.Combine(place.Folder, "postgresql.conf");
        await File.WriteAllTextAsync(file, Text(port));
        await place.HandOver(file);
    }

    // Logs: one file per weekday; terse and without statements, because statements and details may hold data of persons.
    private static string Text(int port) => string.Create(CultureInfo.InvariantCulture, $"""
        # Written at each start. Put settings of your own into own.conf in this folder.
        listen_addresses = '127.0.0.1'
        port = {port}
        unix_socket_directories = ''
        max_connections = 200
        password_encryption = 'scram-sha-256'

        fsync = on
        full_page_writes = on
        synchronous_commit = on
        shared_buffers = '{SharedBuffers()}MB'
        max_wal_size = '2GB'
        wal_compression = on
        random_page_cost = 1.1
        jit = off
        idle_in_transaction_session_timeout = '60s'

        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = on
        log_directory = 'log'
        log_filename = 'postgresql-%a.log'
        log_rotation_age = '1d'
        log_truncate_on_rotation = on
        log_error_verbosity = 'terse'
        log_min_error_statement = 'panic'
        log_parameter_max_length_on_error = 0

        include_if_exists = 'own.conf'

        """);

    /// <summary>An eighth of the machine's memory, at least 64 MB, at most 1 GB.</summary>
    private static long SharedBuffers() => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8 / (1 << 20), 64, 1024);
}
