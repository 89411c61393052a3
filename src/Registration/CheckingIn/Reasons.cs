using EventOps.Registration.Attendees;
using EventOps.Registration.Events;
using EventOps.Ui;

namespace EventOps.Registration.CheckingIn;

/// <summary>Why somebody is not let through, in the words of the device's language and the event's time.</summary>
public static class Reasons
{
    private static readonly TextSource T = CheckingInTexts.Of;

    /// <summary>One sentence; null where the person is let through.</summary>
    public static string? Of(Verdict verdict, Event @event, DateTimeOffset now)
    {
        var say = Say.In(@event.Times.TimeZone);
        return verdict.Refusal switch
        {
            null => null,
            AlreadyCheckedIn already => T["refusal.AlreadyCheckedIn", say.Moment(already.At, now), already.Gate],
            TicketWasCancelled when verdict.Since is { } since => T["refusal.TicketWasCancelled.on", say.Date(since)],
            TicketUnknown => T["refusal.TicketUnknown"],
            var other => RefusalText.For(other, Texts.Of, say),
        };
    }
}
