using EventOps.Contracts;
using EventOps.EventStore;

namespace EventOps.Barcamp.Barcamps;

/// <summary>What one barcamp is called and which rules hold for proposals and stars. Stream: barcamp-{event}.</summary>
/// <param name="Planned">Whether there is one.</param>
/// <param name="OrganisationId">Whose it is.</param>
/// <param name="Rules">What holds now.</param>
/// <param name="ScreenLink">Number of the screens' secret link; a higher one closes those before.</param>
/// <param name="ModeratorLink">The same for moderators.</param>
public sealed record Barcamp(bool Planned, Guid OrganisationId, BarcampRules Rules, int ScreenLink, int ModeratorLink)
{
    public static Decider<BarcampCommand, Barcamp, BarcampEvent> Decider { get; } =
        new("barcamp", new(false, Guid.Empty, BarcampRules.Usual, 1, 1), Decide, Evolve);

    public static string Stream(Guid eventId) => $"barcamp-{eventId}";

    public static Decision<BarcampEvent> Decide(BarcampCommand command, Barcamp barcamp) => command switch
    {
        PlanBarcamp c => barcamp.Planned ? Decision<BarcampEvent>.Nothing : new BarcampPlanned(c.OrganisationId, c.Rules),
        _ when !barcamp.Planned => new BarcampNotFound(),
        SetRules c => c.Rules == barcamp.Rules ? Decision<BarcampEvent>.Nothing : new RulesSet(c.Rules),
        RenewLink { ForScreens: true } c => c.Seen == barcamp.ScreenLink ? new LinkRenewed(true) : Decision<BarcampEvent>.Nothing,
        RenewLink c => c.Seen == barcamp.ModeratorLink ? new LinkRenewed(false) : Decision<BarcampEvent>.Nothing,
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Barcamp Evolve(Barcamp barcamp, BarcampEvent happened) => happened switch
    {
        BarcampPlanned e => barcamp with { Planned = true, OrganisationId = e.OrganisationId, Rules = e.Rules },
        RulesSet e => barcamp with { Rules = e.Rules },
        LinkRenewed { ForScreens: true } => barcamp with { ScreenLink = barcamp.ScreenLink + 1 },
        LinkRenewed => barcamp with { ModeratorLink = barcamp.ModeratorLink + 1 },
        _ => barcamp,
    };
}

/// <summary>The rules of one barcamp.</summary>
/// <param name="Title">Its name: BarCamp MucGov18.</param>
/// <param name="ProposalsFrom">When proposals are taken; null for at any time.</param>
/// <param name="StarsEach">How many stars a person may give; null for any number.</param>
/// <param name="BlindUntilPitch">Whether nobody sees stars of a proposal that was not pitched yet.</param>
/// <param name="DeleteStarsAfterDays">So long after the event who starred what is deleted; the totals stay.</param>
public sealed record BarcampRules(
    LocalizedText Title, DateTimeOffset? ProposalsFrom, int? StarsEach, bool BlindUntilPitch, int DeleteStarsAfterDays)
{
    public static BarcampRules Usual { get; } = new(LocalizedText.Empty, null, null, false, 30);
}
