using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.EventStore;
using EventOps.Ui.Live;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>
/// Every stored event of a board exactly once, in order: first from the store, after the last one that the reader has seen, then
/// as they are committed, on whichever host. The hub only says that there is more; what there is, the store says.
/// </summary>
public sealed class BoardEvents(IEventStore store, EventStoreModel model, BoardFeed feed, LiveHub hub)
{
    public async IAsyncEnumerable<LiveMessage> Follow(AtBarcamp at, long after, [EnumeratorCancellation] CancellationToken ct)
    {
        // Attending comes first: what is committed after this line is signalled, what was before is read.
        using var seat = await feed.Attend(at, ct);
        var last = after;
        foreach (var recorded in await store.Read(Board.Stream(at.Id), last, ct: ct))
        {
            last = recorded.Version;
            yield return Message(recorded);
        }

        await foreach (var signal in hub.Subscribe(WatchedBoard.Events(at.Id), last, ct))
        {
            if (signal.IsBeat) yield return signal;
            if (signal.Id <= last) continue;
            foreach (var recorded in await store.Read(Board.Stream(at.Id), last, ct: ct))
            {
                last = recorded.Version;
                yield return Message(recorded);
            }
        }
    }

    public async Task<long> Version(Guid eventId, CancellationToken ct) =>
        (await store.Load(Board.Stream(eventId), Board.Decider, ct)).Version;

    private LiveMessage Message(Recorded recorded)
    {
        var happened = JsonNode.Parse(model.Events.Write(recorded.Event))!.AsObject();
        happened.Remove("hosts"); // ids of people are nobody else's business
        var data = new JsonObject
        {
            ["version"] = recorded.Version,
            ["at"] = recorded.At,
            ["type"] = recorded.Type,
            ["event"] = happened,
        };
        return new(recorded.Version, "event", data.ToJsonString());
    }
}
