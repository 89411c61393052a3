using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EventOps.EventStore;

namespace EventOps.Messaging;

/// <summary>What the modules bring to the bus: the messages they know and the handlers that hear them.</summary>
public sealed class MessagingModel
{
    private readonly Dictionary<Type, (string Name, JsonTypeInfo Json)> _byType = [];
    private readonly Dictionary<string, Func<byte[], object>> _readers = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, List<Subscriber>> _byMessage = [];
    private readonly Dictionary<string, Subscriber> _byHandler = new(StringComparer.Ordinal);

    /// <summary>All handlers with the message they hear, for pictures and tests.</summary>
    public IEnumerable<(string Handler, Type Message, bool IsEdge)> Handlers =>
        _byHandler.Values.Select(known => (known.Handler, known.Message, known.IsEdge));

    /// <summary>All messages with their stored names.</summary>
    public IEnumerable<(Type Message, string Name)> Messages => _byType.Select(entry => (entry.Key, entry.Value.Name));

    /// <summary>
    /// Names a message: <c>module.what-happened.v1</c>. Sender and hearer may both name it, in the same way.
    /// </summary>
    /// <exception cref="ArgumentException">The type has another name already, or the name belongs to another type.</exception>
    public MessagingModel Map<TMessage>(string storedName, JsonTypeInfo<TMessage> json)
        where TMessage : class
    {
        if (_byType.TryGetValue(typeof(TMessage), out var known) && known.Name == storedName) return this;
        _byType.Add(typeof(TMessage), (storedName, json));
        _readers.Add(storedName, utf8 => JsonSerializer.Deserialize(utf8, json)
            ?? throw new JsonException($"A stored {storedName} is JSON null."));
        return this;
    }

    /// <summary>
    /// Hears a message with a handler whose effects are the work that it returns: committed with the inbox mark, exactly once.
    /// </summary>
    /// <param name="handler">Stored with each message, <c>module.on-what-happened</c>: renaming it orphans what waits.</param>
    /// <param name="handle">A static method without effects of its own.</param>
    /// <param name="retrying">When to try again and when to give up.</param>
    public MessagingModel On<TMessage>(string handler, Func<TMessage, Handling, Work> handle, Retrying? retrying = null)
        where TMessage : class =>
        Add<TMessage>(handler, false, retrying, (message, context) => Task.FromResult(handle(message, context)));

    /// <summary>The same for a handler that has to read before it knows its work.</summary>
    public MessagingModel On<TMessage>(string handler, Func<TMessage, Handling, Task<Work>> handle, Retrying? retrying = null)
        where TMessage : class => Add(handler, false, retrying, handle);

    /// <summary>
    /// Hears a message with a handler that acts on the world outside the database, as sending a mail: at least once, under a
    /// lease, without an open transaction. It hands the message id on, so that the other side can recognise a repetition.
    /// </summary>
    public MessagingModel OnEdge<TMessage>(
        string handler, Func<TMessage, Handling, CancellationToken, Task> handle, Retrying? retrying = null)
        where TMessage : class => Add<TMessage>(handler, true, retrying, async (message, context) =>
        {
            await handle(message, context, context.Cancellation);
            return new();
        });

    internal IReadOnlyList<string> HandlersOf(bool edges) =>
        [.. _byHandler.Values.Where(known => known.IsEdge == edges).Select(known => known.Handler)];

    internal Subscriber Subscriber(string handler) => _byHandler[handler];

    internal Subscriber? Find(string handler) => _byHandler.GetValueOrDefault(handler);

    internal IReadOnlyList<Subscriber> SubscribersTo(Type message) => _byMessage.GetValueOrDefault(message) ?? [];

    internal (string Type, string Body) Write(object message) => _byType.TryGetValue(message.GetType(), out var entry)
        ? (entry.Name, JsonSerializer.Serialize(message, entry.Json))
        : throw new InvalidOperationException($"{message.GetType()} is no mapped message. Its module's Add method lists it.");

    internal object Read(string type, byte[] utf8) =>
        _readers.TryGetValue(type, out var read) ? read(utf8) : throw new UnknownMessageType(type);

    private MessagingModel Add<TMessage>(
        string handler, bool isEdge, Retrying? retrying, Func<TMessage, Handling, Task<Work>> handle)
        where TMessage : class
    {
        var subscriber = new Subscriber(handler, typeof(TMessage), isEdge, retrying ?? Retrying.Default,
            (message, context) => handle((TMessage)message, context));
        _byHandler.Add(handler, subscriber);
        if (!_byMessage.TryGetValue(typeof(TMessage), out var others))
            _byMessage.Add(typeof(TMessage), others = []);
        others.Add(subscriber);
        return this;
    }
}

/// <summary>A stored message whose name no module maps: a newer host sent it, or its module is gone.</summary>
public sealed class UnknownMessageType(string storedName) : Exception($"No module maps the message {storedName}.");

/// <summary>One handler, its types erased for the pump.</summary>
internal sealed record Subscriber(
    string Handler, Type Message, bool IsEdge, Retrying Retrying, Func<object, Handling, Task<Work>> Handle);
