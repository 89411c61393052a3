using System.Net.Sockets;
using Npgsql;

namespace EventOps.EventStore;

/// <summary>What an exception of the database means. By SQLSTATE only: messages are translated.</summary>
public static class Database
{
    private const string StreamMoved = "EO002"; // see Sql/005

    /// <summary>The server is away, starting, stopping or out of space: answer 503 and let the client retry.</summary>
    public static bool IsDown(Exception failure) => failure switch
    {
        StoreUnavailable => true,
        PostgresException e => e.SqlState.StartsWith("57P", StringComparison.Ordinal)  // shutdown, crash, starting up
            || e.SqlState[..2] is "53"                                                 // disk full, out of memory, too many connections
                or "58"                                                                // the operating system failed
                or "08"                                                                // connection
            || e.SqlState is "25006",                                                  // read only: a standby
        NpgsqlException or SocketException or TimeoutException or IOException => true,
        _ => false,
    };

    /// <summary>
    /// Whether a failed commit may have reached the disk. A server that refuses a statement rolls it back; a connection that
    /// ends proves nothing, and neither does a server that goes down: rows of a "failed" commit were seen after recovery.
    /// </summary>
    internal static bool LeavesDoubt(Exception failure) => IsDown(failure) && failure is not PostgresException { SqlState: "25006" }
        && failure is not PostgresException { SqlState: ['5', '3', ..] };

    /// <summary>Another writer was quicker, or we slept in the transaction: try again from the start.</summary>
    internal static bool Retriable(Exception failure) => failure is PostgresException e && (
        e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.InFailedSqlTransaction
            or "25P03"
        || IsTaken(e));

    /// <summary>Another writer stored this stream, version or key in the meantime, or archived the stream.</summary>
    internal static bool IsTaken(Exception failure) => failure is PostgresException { SqlState: StreamMoved } or PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation,
        ConstraintName: "pkey_mt_streams_id" or "pk_mt_events_stream_and_version" or "idempotency_pkey",
    };

    /// <summary>The wait for another host's insert of the same idempotency key ran out.</summary>
    internal static bool IsBusyKey(PostgresException failure) =>
        IsLockTimeout(failure) && failure.Where?.Contains("\"idempotency", StringComparison.Ordinal) == true; // table or key

    internal static bool IsLockTimeout(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };
}
