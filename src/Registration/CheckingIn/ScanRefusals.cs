using EventOps.EventStore;
using EventOps.Registration.Attendees;

namespace EventOps.Registration.CheckingIn;

/// <summary>Looks like one of our codes, but none of our keys signed it.</summary>
public sealed record TicketForged : Refusal;

public sealed record TicketNotYetValid(DateTimeOffset From) : Refusal;

public sealed record TicketExpired(DateTimeOffset Until) : Refusal;

/// <summary>The same nonce came with another reading.</summary>
public sealed record NonceReused : Refusal;

/// <summary>The stable codes of the API, stored with each scan.</summary>
public static class ResultCode
{
    public const string Ok = "ok";

    public static string Of(Refusal? refusal) => refusal switch
    {
        null => Ok,
        AlreadyCheckedIn => "already-checked-in",
        TicketWasCancelled => "cancelled",
        TicketNotConfirmed => "not-confirmed",
        TicketUnknown => "unknown",
        TicketForged => "forged",
        TicketOfAnotherEvent => "other-event",
        TicketNotYetValid => "not-yet-valid",
        TicketExpired => "expired",
        NotInside => "not-inside",
        NonceReused => "nonce-reused",
        _ => throw new NotSupportedException($"{refusal.GetType().Name} has no result code."),
    };

    /// <summary>The refusal that a stored code stands for; its facts are the first scan or the limit of validity.</summary>
    public static Refusal? Read(string code, string? gate, DateTimeOffset at) => code switch
    {
        Ok => null,
        "already-checked-in" => new AlreadyCheckedIn(gate ?? "", at),
        "cancelled" => new TicketWasCancelled(),
        "not-confirmed" => new TicketNotConfirmed(),
        "forged" => new TicketForged(),
        "other-event" => new TicketOfAnotherEvent(),
        "not-yet-valid" => new TicketNotYetValid(at),
        "expired" => new TicketExpired(at),
        "not-inside" => new NotInside(),
        _ => new TicketUnknown(),
    };
}
