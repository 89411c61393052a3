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
    /// <param name="Holder">Who is shown; null where the ticket is not of this event.</param>
    public sealed record Recognised(Guid? AttendeeId, Refusal? Refusal, Holders.Found? Holder);

    public async Task<Recognised> Of(string text, EventLookup.Found place, DateTimeOffset at, CancellationToken ct)
    {
        var claimed = TicketCode.Claimed(text.Trim());
        var named = claimed?.EventId == place.Id ? await holders.OfTicket(place.Id, claimed.AttendeeId, ct) : null;
        if (claimed is not null && IsAsIssued(named, text.Trim()))
            return new(claimed.AttendeeId, OutOfTime(claimed, place.Event, at), named);
        switch (await codes.Read(text, ct))
        {
            case ReadCode.Ours { Ticket: var signed } when signed.EventId != place.Id:
                return new(signed.AttendeeId, new TicketOfAnotherEvent(), null);
            case ReadCode.Ours { Ticket: var signed }:
                return new(signed.AttendeeId, OutOfTime(signed, place.Event, at), named);
            case ReadCode.Typed { ShortCode: var typed } when await holders.OfShortCode(place.Id, typed, ct) is { } found:
                return new(found.AttendeeId, TooLate(DateTimeOffset.MinValue, place.Event, at), found);
            case ReadCode.Forged:
                return new(null, new TicketForged(), null);
            default:
                return new(null, new TicketUnknown(), null);
        }
    }

    // The very text that was issued: its signature need not be verified.
    private static bool IsAsIssued(Holders.Found? named, string text) => named is { Code: { } code }
        && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(code.AsSpan()), MemoryMarshal.AsBytes(text.AsSpan()));

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
