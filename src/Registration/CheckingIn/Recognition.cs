using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.Ticketing;

namespace EventOps.Registration.CheckingIn;

/// <summary>Whose ticket a text is, and what the text alone already forbids.</summary>
public sealed class Recognition(CodeReader codes, Holders holders)
{
    /// <summary>A ticket opens this long around the event, too: build-up, the evening before, the clean-up.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    /// <param name="AttendeeId">The ticket, even of another event; null where the text is none of ours.</param>
    /// <param name="Refusal">Why the ticket itself need not be asked.</param>
    /// <param name="Holder">Looked up while the store commits: the answer waits for the slower of the two, not for both.</param>
    public sealed record Recognised(Guid? AttendeeId, Refusal? Refusal, Task<Holders.Found?> Holder);

    public async Task<Recognised> Of(string text, EventLookup.Found place, DateTimeOffset at, CancellationToken ct)
    {
        if (await AsIssued(text.Trim(), place.Id, ct) is var (ticket, issued))
            return new(issued.AttendeeId, OutOfTime(ticket, place.Event, at), Task.FromResult<Holders.Found?>(issued));
        var nobody = Task.FromResult<Holders.Found?>(null);
        switch (await codes.Read(text, ct))
        {
            case ReadCode.Ours { Ticket: var signed } when signed.EventId != place.Id:
                return new(signed.AttendeeId, new TicketOfAnotherEvent(), nobody);
            case ReadCode.Ours { Ticket: var signed }:
                return new(
                    signed.AttendeeId, OutOfTime(signed, place.Event, at), holders.OfTicket(place.Id, signed.AttendeeId, ct));
            case ReadCode.Typed { ShortCode: var typed } when await holders.OfShortCode(place.Id, typed, ct) is { } found:
                return new(
                    found.AttendeeId, TooLate(DateTimeOffset.MinValue, place.Event, at), Task.FromResult<Holders.Found?>(found));
            case ReadCode.Forged:
                return new(null, new TicketForged(), nobody);
            default:
                return new(null, new TicketUnknown(), nobody);
        }
    }

    // The very text that was issued: comparing it is a tenth of the work of verifying its signature.
    private async Task<(TicketCode Ticket, Holders.Found Holder)?> AsIssued(string text, Guid eventId, CancellationToken ct) =>
        TicketCode.Claimed(text) is { } claimed && claimed.EventId == eventId
        && await holders.OfTicket(eventId, claimed.AttendeeId, ct) is { Code: { } code } found
        && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(code.AsSpan()), MemoryMarshal.AsBytes(text.AsSpan()))
            ? (claimed, found) : null;

    private static Refusal? OutOfTime(TicketCode ticket, Event @event, DateTimeOffset at) =>
        (Refusal?)TooEarly(ticket.NotBefore, @event, at) ?? TooLate(ticket.NotAfter, @event, at);

    // The event may have moved since the code was signed: its own times count, too.
    private static TicketNotYetValid? TooEarly(DateTimeOffset notBefore, Event @event, DateTimeOffset at)
    {
        var from = notBefore < @event.Times.StartsAt - Margin ? notBefore : @event.Times.StartsAt - Margin;
        return at < from ? new TicketNotYetValid(from) : null;
    }

    private static TicketExpired? TooLate(DateTimeOffset notAfter, Event @event, DateTimeOffset at)
    {
        var until = notAfter > @event.Times.EndsAt + Margin ? notAfter : @event.Times.EndsAt + Margin;
        return at > until ? new TicketExpired(until) : null;
    }
}
