using System.Net.Sockets;
using Npgsql;

namespace EventOps.EventStore;

/// <summary>What an exception of the database means. By SQLSTATE only: messages are translated.</summary>
public static class Database
{
    /// <summary>The server is away, starting, stopping or out of space: answer 503 and let the client retry.</summary>
    public static bool IsDown(Exception failure) => failure switch
    {
        StoreUnavailable => true,
        PostgresException e => e.SqlState.StartsWith("57P", StringComparison.Ordinal)  // shutdown, crash, starting up
            || e.SqlState.StartsWith("53", StringComparison.Ordinal)                   // disk full, out of memory, too many connections
            || e.SqlState.StartsWith("08", StringComparison.Ordinal)                   // connection
            || e.SqlState is "25006",                                                  // read only: a standby
        NpgsqlException or SocketException or TimeoutException or IOException => true,
        _ => false,
    };

    /// <summary>Another writer was quicker: try again from the start.</summary>
    internal static bool Retriable(Exception failure) => failure is PostgresException e && (
        e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.InFailedSqlTransaction
        || (e.SqlState is PostgresErrorCodes.UniqueViolation
            && e.ConstraintName is "pkey_mt_streams_id" or "pk_mt_events_stream_and_version" or "idempotency_pkey"));

    /// <summary>The wait for another host's insert of the same idempotency key ran out.</summary>
    internal static bool IsBusyKey(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.LockNotAvailable
        && failure.Where?.Contains("eventops_side.idempotency", StringComparison.Ordinal) == true;
}
