using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventOps.EventStore;

/// <summary>
/// The stored name and JSON form of every event type. Names are explicit strings, so that renaming a C# type is no migration.
/// </summary>
public sealed class EventTypes
{
    private readonly Dictionary<Type, (string Name, JsonTypeInfo Json)> _byType = [];
    private readonly Dictionary<string, Func<byte[], object>> _readers = new(StringComparer.Ordinal);
    private readonly List<string> _oldNames = [];

    /// <summary>All registered CLR types with their stored names.</summary>
    public IEnumerable<(Type Type, string Name)> All => _byType.Select(entry => (entry.Key, entry.Value.Name));

    /// <summary>Registers one event type under its stored name, <c>module.what-happened.v1</c>.</summary>
    /// <exception cref="ArgumentException">The name or type is registered already.</exception>
    public EventTypes Map<TEvent>(string storedName, JsonTypeInfo<TEvent> json)
        where TEvent : class
    {
        _byType.Add(typeof(TEvent), (storedName, json));
        _readers.Add(storedName, utf8 => JsonSerializer.Deserialize(utf8, json) ?? throw Unreadable(storedName));
        return this;
    }

    /// <summary>Reads an old stored name by turning its old form into today's event.</summary>
    public EventTypes Upcast<TOld>(string oldStoredName, JsonTypeInfo<TOld> json, Func<TOld, object> toCurrent)
        where TOld : class
    {
        _readers.Add(oldStoredName, utf8 => toCurrent(JsonSerializer.Deserialize(utf8, json) ?? throw Unreadable(oldStoredName)));
        _oldNames.Add(oldStoredName);
        return this;
    }

    /// <summary>The stored name of an event type.</summary>
    /// <exception cref="InvalidOperationException">The type was never registered.</exception>
    public string NameOf(Type type) => Entry(type).Name;

    /// <summary>Whether a stored name can be read; a daemon meets unknown names after a roll-back.</summary>
    public bool Knows(string storedName) => _readers.ContainsKey(storedName);

    /// <summary>The canonical JSON of an event, camelCase, enums as strings.</summary>
    public string Write(object happened) => JsonSerializer.Serialize(happened, Entry(happened.GetType()).Json);

    internal byte[] WriteUtf8(object happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Entry(happened.GetType()).Json);

    /// <summary>Reads a stored event in its newest form.</summary>
    /// <exception cref="UnknownEventType">The stored name is not registered.</exception>
    public object Read(string storedName, byte[] utf8) =>
        _readers.TryGetValue(storedName, out var read) ? read(utf8) : throw new UnknownEventType(storedName);

    /// <summary>The stored names to look for when these types are wanted; any old name may become one of them.</summary>
    internal string[] NamesThatMayBecome(IEnumerable<Type> types) => [.. types.Select(NameOf), .. _oldNames];

    private (string Name, JsonTypeInfo Json) Entry(Type type) => _byType.TryGetValue(type, out var entry)
        ? entry
        : throw new InvalidOperationException($"{type} is not registered as an event. Its module's Add method lists its events.");

    private static JsonException Unreadable(string storedName) => new($"A stored {storedName} is JSON null.");
}
