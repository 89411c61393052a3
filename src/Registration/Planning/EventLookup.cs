using System.Collections.Concurrent;
using EventOps.EventStore;
using EventOps.Registration.Events;
using Npgsql;

namespace EventOps.Registration.Planning;

/// <summary>From a slug in a URL to the event. A slug never changes, so its id is remembered for good.</summary>
public sealed class EventLookup(NpgsqlDataSource database, IEventStore store)
{
    // Event data changes rarely: a public page or a sign-up may see it this much late, on whichever host.
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Guid> _ids = new(StringComparer.Ordinal);

    public sealed record Found(Guid Id, Event Event);

    /// <summary>The event under a slug, or null. At most a second old; organisers, who edit it, use <see cref="FindNewest"/>.</summary>
    public async ValueTask<Found?> Find(string slug, CancellationToken ct) =>
        await IdOf(slug, ct) is { } id ? new(id, await store.Recall(Event.Stream(id), Event.Decider, s_maxAge, ct)) : null;

    /// <summary>The event under a slug as it is now, or null.</summary>
    public async ValueTask<Found?> FindNewest(string slug, CancellationToken ct) =>
        await IdOf(slug, ct) is { } id ? new(id, (await store.Load(Event.Stream(id), Event.Decider, ct)).State) : null;

    private async ValueTask<Guid?> IdOf(string slug, CancellationToken ct)
    {
        if (_ids.TryGetValue(slug, out var known)) return known;
        if (await EventList.Find(database, slug, ct) is not { } id) return null;
        _ids.TryAdd(slug, id);
        return id;
    }
}
