using EventOps.EventStore;

namespace EventOps.Messaging;

/// <summary>Sending messages: rows in the transaction of the events that they tell about.</summary>
public static class Publishing
{
    /// <summary>
    /// Sends a message to every handler that hears it, if and only if the work commits. Nobody hears it: nothing is written.
    /// </summary>
    /// <param name="commit">The work's commit.</param>
    /// <param name="message">Ids and facts, no personal data.</param>
    /// <param name="key">The stream of this work that the message comes from: messages of a key are handled in order.</param>
    /// <param name="due">Not before this time; handled within about a second of it.</param>
    /// <param name="id">The business id that makes a second sending recognisable; by default a new one.</param>
    public static void Publish<TMessage>(
        this Commit commit, TMessage message, string key, DateTimeOffset? due = null, Guid? id = null)
        where TMessage : class
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var cause = commit.Events.Count > 0 ? commit.Events[^1].Id.ToString() : commit.Metadata.CausationId;
        var messageId = id ?? Guid.CreateVersion7(commit.At);
        commit.Write(new Published(message, key, due, messageId, commit.At, commit.Metadata.CorrelationId, cause));
    }

    /// <summary>
    /// Takes back a scheduled message that is not due yet. One that is due may be handled nevertheless: its handler decides on
    /// the stream's state anyway.
    /// </summary>
    public static void Cancel(this Commit commit, Guid messageId) => commit.Write(new Cancelled(messageId));
}

internal sealed record Published(
    object Message, string Key, DateTimeOffset? Due, Guid Id, DateTimeOffset At, string? CorrelationId, string? CausationId)
{
    public bool IsDueLater => Due > At;
}

internal sealed record Cancelled(Guid Id);
