using EventOps.EventStore;
using Npgsql;

namespace EventOps.Messaging.Pumping;

/// <summary>What an exception means for a message.</summary>
internal static class Failures
{
    /// <summary>
    /// The database is away: not the message's fault. A mail server that is away is something else, and so is a query that
    /// takes too long: that one may be the message's fault.
    /// </summary>
    public static bool IsOutage(Exception failure) => failure switch
    {
        StoreUnavailable => true,
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException e => Database.IsDown(e),
        _ => false,
    };

    /// <summary>The inbox holds the mark: another delivery was quicker.</summary>
    public static bool IsHandledBefore(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "handled_pkey" };

    /// <summary>The kind of error, safe to store and log: texts of exceptions may name persons.</summary>
    public static string Kind(Exception failure)
    {
        var name = failure.GetType().Name;
        if (failure is PostgresException database) return $"{name} {database.SqlState}";
        return failure.InnerException is { } inner ? $"{name} ({Kind(inner)})" : name;
    }
}
