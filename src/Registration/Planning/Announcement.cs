using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Events;

namespace EventOps.Registration.Planning;

/// <summary>Tells the other modules what an event is like now, in the commit that changed it.</summary>
public static class Announcement
{
    /// <summary>To be added to every work that may change the event: <c>work.Then(Announcement.Of(id))</c>.</summary>
    public static Action<Commit> Of(Guid eventId) => commit =>
    {
        var stream = Event.Stream(eventId);
        if (commit.Events.LastOrDefault(recorded => recorded.Stream == stream) is not { } last) return;
        var e = commit.StateOf<Event>(stream);
        commit.Publish(
            new EventChanged(
                eventId, e.OrganisationId, last.Version, e.Slug, e.Texts.Name.De, e.Texts.Name.En, e.Times.StartsAt,
                e.Times.EndsAt, e.Times.TimeZone, e.Gates, e.Published)
            {
                TicketTypes = [.. e.TicketTypes.OrderBy(type => type.Number).Select(type => new EventPart(type.Id, type.Name.De, type.Name.En))],
                Sessions = [.. e.Programme.OrderBy(item => item.StartsAt).Select(item => new EventPart(item.Id, item.Title.De, item.Title.En))],
            },
            key: stream);
        // One for each end that was ever set; whoever hears it looks whether that still is the end.
        commit.Publish(
            new EventEnded(eventId, e.Times.EndsAt), key: $"{stream}-end", due: e.Times.EndsAt,
            id: MessageId.Of($"{eventId} ends {e.Times.EndsAt:O}"));
    };
}
