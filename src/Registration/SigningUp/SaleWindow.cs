using EventOps.EventStore;
using EventOps.Registration.Events;

namespace EventOps.Registration.SigningUp;

/// <summary>Whether one can sign up at this moment: published, not over, within the organiser's window.</summary>
public static class SaleWindow
{
    /// <summary>Why not, or null.</summary>
    public static Refusal? Check(Event @event, DateTimeOffset now) => @event switch
    {
        { Published: false } => new EventNotFound(),
        { Rules.OpensAt: { } opens } when now < opens => new SignUpNotOpenYet(opens),
        { Rules.ClosesAt: { } closes } when now >= closes => new SignUpClosed(closes),
        _ when now >= @event.Times.EndsAt => new SignUpClosed(@event.Times.EndsAt),
        _ => null,
    };
}

public sealed record SignUpNotOpenYet(DateTimeOffset OpensAt) : Refusal;

public sealed record SignUpClosed(DateTimeOffset ClosedAt) : Refusal;

public sealed record TicketTypeNotFound : Refusal;
