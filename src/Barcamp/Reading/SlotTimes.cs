using EventOps.Barcamp.Boards;
using EventOps.Ui;

namespace EventOps.Barcamp.Reading;

/// <summary>Says the local times of slots, and which slot is on.</summary>
public static class SlotTimes
{
    /// <summary>
    /// 10:30; 10:30 am. Not named Clock: a DateTime turns silently into an instant, and the instant's method would win.
    /// </summary>
    public static string WallClock(this Say say, DateTime local) => say.Clock(say.Instant(local));

    /// <summary>10:30 Uhr; 10:30 am.</summary>
    public static string WallTime(this Say say, DateTime local) => say.Time(say.Instant(local));

    /// <summary>Samstag, 5. Mai 2018.</summary>
    public static string Day(this Say say, DateOnly day) => say.Day(say.Instant(day.ToDateTime(new(12, 0))));

    /// <summary>The slot that is on at a local time, or null.</summary>
    public static Slot? On(this Plan plan, DateTime now) =>
        plan.Slots.FirstOrDefault(slot => slot.StartsAt <= now && now < slot.EndsAt);

    /// <summary>The day that a reader wants to see first: today, else the next one, else the last one.</summary>
    public static DateOnly? DayFor(this Plan plan, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        return plan.Days.Where(day => day >= today).Concat(plan.Days.Reverse()).Cast<DateOnly?>().FirstOrDefault();
    }
}
