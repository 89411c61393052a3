using EventOps.EventStore;
using EventOps.Registration.Events;

namespace EventOps.Registration.CheckingIn;

/// <summary>Who holds the ticket, as staff need it at the door; empty where the person was erased.</summary>
public sealed record Holder(string GivenName, string FamilyName, string Organisation);

/// <summary>The entry that counts: where and when.</summary>
public sealed record FirstScan(DateTimeOffset At, string Gate);

/// <summary>The answer to one reading.</summary>
/// <param name="Direction">In or out.</param>
/// <param name="Refusal">Why the person is not let through, or null.</param>
/// <param name="Holder">Only for tickets of this event.</param>
/// <param name="TicketType">Only for tickets of this event.</param>
/// <param name="First">The entry that counts, if there was one.</param>
/// <param name="Since">When the ticket was cancelled, if that is why.</param>
/// <param name="SaidAt">When the same reading was answered before; null for a new one.</param>
public sealed record Verdict(
    Direction Direction, Refusal? Refusal, Holder? Holder, TicketType? TicketType, FirstScan? First, DateTimeOffset? Since = null,
    DateTimeOffset? SaidAt = null)
{
    public string Result => ResultCode.Of(Refusal);
}
