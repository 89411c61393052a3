namespace EventOps.Contracts;

/// <summary>
/// Who works at an exhibitor's stands: sent by Marketplace after every change, whole. Registration gives each of them a ticket under the
/// same id, with the stands' numbers on the badge, and takes the tickets of all others of this exhibitor back. The newest version wins.
/// </summary>
/// <param name="EventId">Id of the event.</param>
/// <param name="ExhibitorId">Whose team it is.</param>
/// <param name="Version">Version of the exhibitor's stream that this describes.</param>
/// <param name="TicketTypeId">What kind of ticket they get.</param>
/// <param name="Stands">Numbers of the stands, as on the plan: "A12"; empty when the booking was cancelled.</param>
/// <param name="PersonIds">Everybody in the team; names are asked from <see cref="IPeople.StandTeams"/>.</param>
public sealed record StandTeamChanged(
    Guid EventId, Guid ExhibitorId, long Version, Guid TicketTypeId, IReadOnlyList<string> Stands, IReadOnlyList<Guid> PersonIds);

/// <summary>The stored names of Marketplace's messages.</summary>
public static class MarketplaceMessages
{
    /// <summary>Stored name of <see cref="StandTeamChanged"/>.</summary>
    public const string StandTeamChanged = "marketplace.stand-team-changed.v1";
}
