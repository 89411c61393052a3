using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Events;
using EventOps.Registration.Pools;
using EventOps.Registration.SeatingTeams;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Hearing;

/// <summary>
/// People work at a stand, or do not any more: those who are new get a ticket, all others of the exhibitor lose theirs. Places
/// are never given twice, not for them either: who finds the pool full waits, first come first, until one is free.
/// </summary>
public static class OnStandTeamChanged
{
    public static async Task<Work> Handle(StandTeamChanged heard, Handling handling)
    {
        var (services, ct) = (handling.Services, handling.Cancellation);
        var store = services.GetRequiredService<IEventStore>();
        var known = await services.GetRequiredService<StandTeamRows>().Find(heard.ExhibitorId, ct);
        if (known is not null && known.Told.Version > heard.Version) return new Work();
        // Somebody took the place that was free a moment ago: look again, with everything that is true then.
        handling.IfRefused(_ =>
            new Work().Then(commit => commit.Publish(heard, handling.Key, handling.Clock.GetUtcNow().AddSeconds(1))));

        var (@event, _) = await store.Load(Event.Stream(heard.EventId), Event.Decider, ct);
        var people = await services.GetRequiredKeyedService<IPeople>(IPeople.StandTeams).Find(heard.PersonIds, ct);
        var seating = new Seating(store, heard, known?.Tickets ?? [], people, handling.MessageId);
        return await seating.Decide(@event, services, ct);
    }

    /// <summary>A place came free, or there are more of them: teams that wait are asked again.</summary>
    public static Subscription PlacesCameFree { get; } = new(
        "registration.seat-stand-teams", [typeof(PlacesReleased), typeof(PoolCapacityChanged)],
        async (events, services, ct) =>
        {
            var (store, teams) = (services.GetRequiredService<IEventStore>(), services.GetRequiredService<StandTeamRows>());
            foreach (var (pool, cause) in events.GroupBy(recorded => recorded.Stream).Select(some => (some.Key, some.Last().Id)))
            {
                var (state, _) = await store.Load(pool, Pool.Decider, ct);
                foreach (var team in await teams.Waiting(state.EventId, ct))
                {
                    var id = MessageId.Of($"{cause}|{team.ExhibitorId}");
                    await store.Handle(new Work().Then(commit => commit.Publish(team, $"exhibitor-{team.ExhibitorId}", id: id)),
                        ct);
                }
            }
        });
}
