using EventOps.Contracts;
using EventOps.EventStore;

namespace EventOps.Marketplace.Markets;

/// <summary>The rules by which stands are had at one event. Stream: market-{event}.</summary>
/// <param name="EventId">The event; empty before the first rules.</param>
/// <param name="Terms">As they are now.</param>
public sealed record Market(Guid EventId, MarketTerms Terms)
{
    public static Decider<MarketCommand, Market, MarketEvent> Decider { get; } =
        new("market", new(Guid.Empty, MarketTerms.Usual), Decide, Evolve);

    public bool Exists => EventId != Guid.Empty;

    public static string Stream(Guid eventId) => $"market-{eventId}";

    public static Decision<MarketEvent> Decide(MarketCommand command, Market now) => command switch
    {
        SetMarketTerms c when now.Exists && c.Terms == now.Terms => Decision<MarketEvent>.Nothing,
        SetMarketTerms c => !c.Terms.AreSound ? new TermsContradict() : new MarketTermsSet(c.EventId, c.OrganisationId, c.Terms),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Market Evolve(Market now, MarketEvent happened) => happened switch
    {
        MarketTermsSet e => new(e.EventId, e.Terms),
        _ => now,
    };
}

/// <summary>What holds for everybody who wants a stand.</summary>
/// <param name="IsOpen">Whether exhibitors can sign up and book now.</param>
/// <param name="Intro">What the marketplace is about.</param>
/// <param name="HoldMinutes">How long a chosen stand is kept before it is confirmed.</param>
/// <param name="LongestMinutes">How long with all extensions.</param>
/// <param name="OfferHours">How long somebody from the waiting list has to take a stand.</param>
/// <param name="MostStands">How many stands one exhibitor may book.</param>
/// <param name="TeamPerStand">How many tickets each stand brings.</param>
/// <param name="TicketTypeId">What kind of tickets they are; null: none.</param>
/// <param name="Cancelling">What giving a stand back costs, the earliest day first.</param>
public sealed record MarketTerms(
    bool IsOpen, LocalizedText Intro, int HoldMinutes, int LongestMinutes, int OfferHours, int MostStands, int TeamPerStand,
    Guid? TicketTypeId, IReadOnlyList<CancellationStep> Cancelling)
{
    public static MarketTerms Usual { get; } = new(
        false, LocalizedText.Empty, 30, 120, 24, 1, 2, null, [new(60, 25), new(28, 50), new(7, 100)]);

    public bool AreSound => HoldMinutes > 0 && LongestMinutes >= HoldMinutes && OfferHours > 0 && MostStands > 0 && TeamPerStand >= 0
        && Cancelling.Zip(Cancelling.Skip(1)).All(pair => pair.First.DaysBefore > pair.Second.DaysBefore)
        && Cancelling.All(step => step is { DaysBefore: >= 0, Percent: >= 0 and <= 100 });

    /// <summary>Per cent of the price that giving a stand back costs so many days before the event.</summary>
    public int FeeAt(int daysBefore) => Cancelling.LastOrDefault(step => daysBefore <= step.DaysBefore)?.Percent ?? 0;

    public bool Equals(MarketTerms? other) => other is not null
        && (IsOpen, Intro, HoldMinutes, LongestMinutes, OfferHours, MostStands, TeamPerStand, TicketTypeId)
            == (other.IsOpen, other.Intro, other.HoldMinutes, other.LongestMinutes, other.OfferHours, other.MostStands, other.TeamPerStand,
                other.TicketTypeId)
        && Cancelling.SequenceEqual(other.Cancelling);

    public override int GetHashCode() => HashCode.Combine(IsOpen, HoldMinutes, MostStands, TicketTypeId);
}

/// <summary>From so many days before the event on, giving a stand back costs this share of its price.</summary>
public sealed record CancellationStep(int DaysBefore, int Percent);

public abstract record MarketCommand;

public sealed record SetMarketTerms(Guid EventId, Guid OrganisationId, MarketTerms Terms) : MarketCommand;

public abstract record MarketEvent;

public sealed record MarketTermsSet(Guid EventId, Guid OrganisationId, MarketTerms Terms) : MarketEvent;

/// <summary>Days that do not descend, or a hold that is longer than the longest.</summary>
public sealed record TermsContradict : Refusal;

/// <summary>Stands cannot be booked at this time.</summary>
public sealed record MarketClosed : Refusal;
