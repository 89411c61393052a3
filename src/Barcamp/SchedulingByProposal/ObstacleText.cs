using EventOps.Barcamp.ProposingASchedule;
using EventOps.Barcamp.Reading;
using EventOps.Ui;

namespace EventOps.Barcamp.SchedulingByProposal;

/// <summary>Says why there can be no schedule, with the names on the board and what would help.</summary>
public static class ObstacleText
{
    private static TextSource T => SchedulingTexts.Of;

    public static string Of(Obstacle obstacle, Plan plan, Say say)
    {
        return obstacle switch
        {
            MoreSessionsThanCells o => T["obstacle.MoreSessionsThanCells", o.Needed, o.Free],
            HostHasTooManySessions o => T["obstacle.HostHasTooManySessions", Host(o.ParticipantId), Titles(o.Sessions), o.Slots],
            HostFixedTwice o => T["obstacle.HostFixedTwice", Host(o.ParticipantId), Titles(o.Sessions), Slot(o.SlotId)],
            NoRoomHasFeatures o => T["obstacle.NoRoomHasFeatures", Title(o.SessionId), string.Join(", ", o.Features)],
            NoSlotSuitsWishes o => T["obstacle.NoSlotSuitsWishes", Title(o.SessionId), Hours(o.NotBefore, o.NotAfter)],
            NoTwoSlotsInARow o => T["obstacle.NoTwoSlotsInARow", Title(o.SessionId)],
            NoCellSuits o => T["obstacle.NoCellSuits", Title(o.SessionId)],
            TooFewCellsFor o => T["obstacle.TooFewCellsFor", Titles(o.Sessions), o.Cells],
            NoPlaceFound o => T["obstacle.NoPlaceFound", Titles(o.Sessions)],
            _ => throw new NotSupportedException($"Nobody says {obstacle.GetType().Name}."),
        };

        string Title(Guid id) => T["title", plan.Session(id)?.Title ?? "?"];
        string Titles(IEnumerable<Guid> ids) => string.Join(", ", ids.Select(Title));
        string Host(Guid id) => plan.Sessions.SelectMany(session => session.Hosts)
            .FirstOrDefault(host => host.ParticipantId == id)
            is { Name.Length: > 0 } host ? host.Name : T["somebody"];
        string Slot(Guid id) => plan.Slot(id) is { } slot ? say.Time(slot.StartsAt) : "?";
        string Clock(TimeOnly time) => say.Time((plan.Days is [var day, ..] ? day : default(DateOnly)).ToDateTime(time));
        string Hours(TimeOnly? from, TimeOnly? until) => (from, until) switch
        {
            ({ } earliest, { } latest) => T["between", Clock(earliest), Clock(latest)],
            ({ } earliest, _) => T["after", Clock(earliest)],
            (_, { } latest) => T["before", Clock(latest)],
            _ => T["anytime"],
        };
    }
}
