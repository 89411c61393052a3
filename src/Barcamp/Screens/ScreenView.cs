using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.Screens;

/// <summary>What a big screen shows at a moment: this slot and the next, the rooms in pages of five.</summary>
/// <param name="Now">The slot that is on, a break included, or null.</param>
/// <param name="Next">The next one that is no break, or null.</param>
/// <param name="Pages">Five rooms each.</param>
public sealed record ScreenView(Slot? Now, Slot? Next, IReadOnlyList<IReadOnlyList<Room>> Pages)
{
    private const int RoomsAtOnce = 5;

    public static ScreenView Of(Plan plan, DateTime now)
    {
        // Days never mix: in the evening there is nothing next.
        var today = plan.DayFor(now);
        var slots = plan.Slots.Where(slot => slot.Day == today).ToList();
        var on = slots.Find(slot => slot.StartsAt <= now && now < slot.EndsAt);
        var next = slots.Find(slot => slot.Break is null && slot.StartsAt > now && slot.Id != on?.Id);
        return new(on, next, [.. plan.Rooms.Chunk(RoomsAtOnce)]);
    }
}
