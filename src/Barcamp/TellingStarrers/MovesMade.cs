using EventOps.Barcamp.Boards;
using EventOps.EventStore;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Barcamp.TellingStarrers;

/// <summary>
/// The moves of one minute on one board: heard a minute after its end, so that what is moved on or taken back until then makes
/// no mail of its own.
/// </summary>
public sealed record MovesMade(Guid EventId, DateTimeOffset Until)
{
    public const string StoredName = "barcamp.moves-made.v1";

    private static readonly TimeSpan s_settles = TimeSpan.FromMinutes(1);

    public static Subscription Noticed { get; } = new(
        "barcamp.notice-moves",
        [
            typeof(SessionPlaced), typeof(SessionsSwapped), typeof(SessionsMoved), typeof(SessionParked),
            typeof(SessionCancelled), typeof(HostMissing), typeof(SlotSet),
        ],
        Notice);

    private static async Task Notice(IReadOnlyList<Recorded> events, IServiceProvider services, CancellationToken ct)
    {
        var store = services.GetRequiredService<IEventStore>();
        foreach (var moves in events.Select(recorded => new MovesMade(Guid.Parse(recorded.Stream.AsSpan("board-".Length)), EndOfMinute(recorded.At))).Distinct())
        {
            await store.Handle(new Work().Then(commit => commit.Publish(
                moves, Board.Stream(moves.EventId), due: moves.Until + s_settles,
                id: MessageId.Of($"{moves.EventId} {moves.Until:O}"))), ct);
        }
    }

    private static DateTimeOffset EndOfMinute(DateTimeOffset at) =>
        new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);
}
