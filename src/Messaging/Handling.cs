using EventOps.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Messaging;

/// <summary>What a handler may know of the message beside its body, and how it reaches the host's services.</summary>
/// <param name="messageId">The same in every delivery: an edge hands it on, so that a repetition can be recognised.</param>
/// <param name="key">The stream that the message comes from; messages of a key arrive in order.</param>
/// <param name="services">The host's services.</param>
/// <param name="attempt">1 in the first try; an outage of the database does not count.</param>
/// <param name="correlationId">Id shared by all that one request caused.</param>
/// <param name="publishedAt">When the message was published; by default now.</param>
public sealed class Handling(
    Guid messageId, string key, IServiceProvider services, int attempt = 1, string? correlationId = null,
    DateTimeOffset? publishedAt = null) : IAsyncDisposable
{
    private AsyncServiceScope? _scope;

    /// <summary>The message's id.</summary>
    public Guid MessageId => messageId;

    /// <summary>The ordering key.</summary>
    public string Key => key;

    /// <summary>Which try this is, from 1.</summary>
    public int Attempt => attempt;

    /// <summary>What the events and messages of this handler carry: the same correlation, caused by this message.</summary>
    public Metadata Metadata { get; } = new(correlationId, messageId.ToString());

    /// <summary>Services with the life time of this one handling.</summary>
    public IServiceProvider Services => (_scope ??= services.CreateAsyncScope()).ServiceProvider;

    /// <summary>The one clock.</summary>
    public TimeProvider Clock { get; } = services.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>When the message was published.</summary>
    public DateTimeOffset PublishedAt => publishedAt ?? Clock.GetUtcNow();

    /// <summary>Ends when the handler has used up its time; a new attempt follows.</summary>
    public CancellationToken Cancellation { get; init; }

    internal Func<Refusal, Work>? Answer { get; private set; }

    /// <summary>
    /// Says what happens when a decider refuses the handler's work: another work, for instance one that publishes the refusal.
    /// Without it a refused message counts as handled, with the refusal's name noted: asking again would be refused again.
    /// </summary>
    public Handling IfRefused(Func<Refusal, Work> answer)
    {
        Answer = answer;
        return this;
    }

    /// <summary>Ends the scope of the services.</summary>
    public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}
