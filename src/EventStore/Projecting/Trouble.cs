using System.Text.Json;
using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>What a failed page means for the follower.</summary>
internal enum Trouble
{
    /// <summary>The database is away or another transaction was in the way: try again.</summary>
    Passing,

    /// <summary>The position moved under us: another host leads, or a rebuild or replay came between. Look again.</summary>
    Overtaken,

    /// <summary>Nothing can be written, whatever the event: a missing table, a missing right. Wait for an operator.</summary>
    Broken,

    /// <summary>An event of the page is at fault.</summary>
    Poison,
}

internal static class Troubles
{
    private const string PositionMoved = "EO001";

    public static Trouble Of(Exception failure) => failure switch
    {
        PostgresException { SqlState: PositionMoved } => Trouble.Overtaken,
        _ when Database.IsDown(failure) || Database.Retriable(failure) => Trouble.Passing,
        PostgresException e when e.SqlState[..2] is "42" or "3F" or "0A" or "25" or "28" => Trouble.Broken,
        _ => Trouble.Poison,
    };

    /// <summary>What may be stored and shown of a failure: its kind, never its text, which may quote an event.</summary>
    public static string KindOf(Exception failure) => failure switch
    {
        PostgresException e => $"SQLSTATE {e.SqlState}",
        JsonException => "unreadable JSON",
        _ => failure.GetType().Name,
    };
}
