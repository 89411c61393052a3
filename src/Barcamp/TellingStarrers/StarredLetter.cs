using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Barcamp.WatchingTheBoard;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;

namespace EventOps.Barcamp.TellingStarrers;

/// <summary>The mail to whoever starred sessions that moved or are cancelled: where they are when it is sent.</summary>
public sealed class StarredLetter(IEventStore store, KnownEvents events, Plans plans, MailWishes wishes, BarcampLinks links) : ILetter
{
    public const string Name = "barcamp.starred-sessions";

    private static readonly TextSource T = TellingTexts.Of;

    public async Task<LetterWords?> Write(TellTicketHolder asked, CancellationToken ct)
    {
        if (!await wishes.Has(asked.TicketId, ct) || await events.ById(asked.EventId, ct) is not { } found) return null;
        var (barcamp, _) = await store.Load(Barcamps.Barcamp.Stream(found.Id), Barcamps.Barcamp.Decider, ct);
        var at = AtBarcamp.ForAll(found, barcamp);
        var plan = await plans.Newest(at, ct);
        var facts = plan.Sessions.Where(session => asked.About.Contains(session.Id))
            .Select(session => (session.Title, Now(session, plan, at.Say))).ToList();
        if (facts.Count == 0) return null; // hidden since
        return new(
            T["subject", at.Title], T.Count("title", facts.Count), T["lead"], facts, Texts.Of["nav.board"], at.Board, T["why"],
            T["stop"], $"{at.Board}/mail/{asked.TicketId:N}-{await links.StopMail(at.Id, asked.TicketId, ct)}");
    }

    private static string Now(PlannedSession session, Plan plan, Say say) => session switch
    {
        { State: SessionState.Placed, Cell: { } cell } when plan.Slot(cell.SlotId) is { } slot && plan.Room(cell.RoomId) is { } room =>
            T["moved", say.Day(slot.Day), WatchingTexts.Of["place", say.WallTime(slot.StartsAt), room.Name]],
        { State: SessionState.Cancelled } => WatchingTexts.Of["cancelled"],
        { State: SessionState.NoShow } => WatchingTexts.Of["no-show"],
        _ => T["parked"],
    };
}
