using EventOps.Barcamp.Boards;
using EventOps.Barcamp.ProposingASchedule;
using EventOps.Barcamp.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Barcamp.Tests.ProposingASchedule;

/// <summary>
/// Boards with everything that can be on them: two days, breaks, locks, pins, wishes, long sessions, closed rooms.
/// </summary>
internal sealed record AnyPlan(Plan Plan, Stars Stars, DateTimeOffset Now)
{
    private static readonly string[] s_features = ["beamer", "ebenerdig"];

    public static Arbitrary<AnyPlan> Small { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1)
        .Select(SmallOne));

    public static Arbitrary<AnyPlan> Large { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1)
        .Select(seed => Of(new(seed), 5, 9, 40)));

    public static AnyPlan SmallOne(int seed) => Of(new(seed), 2, 3, 5);

    public DateTime Local => TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById(Plan.TimeZone)).DateTime;

    public override string ToString() => string.Join("\n", Plan.Sessions.Select(session =>
        $"{session.Title}, {session.HostNames}, {session.State} {session.Cell} pinned {session.Pinned} {session.Wishes} "
        + string.Join(',', session.Wishes.Features)));

    private static AnyPlan Of(Random dice, int mostRooms, int mostSlots, int mostSessions)
    {
        var rooms = Enumerable.Range(1, dice.Next(1, mostRooms + 1)).Select(number => PlanParts.Room(
            number, dice.Next(5, 60), [.. s_features.Where(_ => dice.Next(2) == 0)]) with
        {
            OpenAt = dice.Next(5) == 0 ? [new(PlanParts.Morning, PlanParts.Morning.AddHours(dice.Next(1, 9)))] : [],
        }).ToArray();
        var slots = Enumerable.Range(1, dice.Next(1, mostSlots + 1))
            .Select(number => dice.Next(6) == 0 ? PlanParts.Break(number) : PlanParts.Slot(number))
            .Select((slot, at) => at < 5 ? slot
                : slot with { StartsAt = slot.StartsAt.AddDays(1), EndsAt = slot.EndsAt.AddDays(1) })
            .ToArray();
        var plan = PlanParts.Plan(rooms, slots) with
        {
            LockedSlots = slots.Where(_ => dice.Next(8) == 0).Select(slot => slot.Id).ToHashSet(),
        };
        var count = dice.Next(1, Math.Min(mostSessions, rooms.Length * slots.Length + 1) + 1);
        for (var number = 1; number <= count; number++)
        {
            var session = PlanParts.Session(number, host: dice.Next(1, count + 2)) with { Wishes = WishesOf(dice) };
            var cell = new Cell(rooms[dice.Next(rooms.Length)].Id, slots[dice.Next(slots.Length)].Id);
            var placed = session with { Cell = cell, State = SessionState.Placed, Pinned = dice.Next(3) == 0 };
            var tried = plan with { Sessions = [.. plan.Sessions, placed] };
            plan = dice.Next(2) == 0 && !BoardRules.Broken(tried with { LockedSlots = new HashSet<Guid>() }, placed,
                DateTime.MinValue).Any()
                ? tried
                : plan with { Sessions = [.. plan.Sessions, session] };
        }

        var stars = Stars.From(from session in plan.Sessions
                               from voter in Enumerable.Range(0,
            30)
                               where dice.Next(4) == 0
                               select (session.Id, voter));
        return new(plan, stars, dice.Next(4) == 0 ? PlanParts.DayBefore.AddDays(1).AddHours(-3) : PlanParts.DayBefore);
    }

    private static Wishes WishesOf(Random dice) => new(
        dice.Next(6) == 0 ? new TimeOnly(dice.Next(9, 14), 0) : null,
        dice.Next(6) == 0 ? new TimeOnly(dice.Next(12, 19), 0) : null, [.. s_features.Where(_ => dice.Next(6) == 0)],
        dice.Next(5) == 0 ? 2 : 1);
}
