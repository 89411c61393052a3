using EventOps.Barcamp.Boards;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;

namespace EventOps.Barcamp.CountingRooms;

/// <summary>Tells Registration which gates stand at rooms, in the commit that changed it.</summary>
public static class TellRoomGates
{
    /// <summary>To be added to every work that may change it: <c>work.Then(TellRoomGates.Of(id))</c>.</summary>
    public static Action<Commit> Of(Guid eventId) => commit =>
    {
        var stream = Board.Stream(eventId);
        if (commit.Events.LastOrDefault(recorded => recorded.Stream == stream && recorded.Event is RoomGatesSet or RoomRemoved) is not { } last) return;
        commit.Publish(
            new RoomGatesChosen(eventId, last.Version, [.. commit.StateOf<Board>(stream).Gates.Values.SelectMany(gates => gates)]), key: stream);
    };
}
