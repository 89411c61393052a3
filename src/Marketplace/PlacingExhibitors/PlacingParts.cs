using EventOps.Marketplace.Exhibitors;

namespace EventOps.Marketplace.PlacingExhibitors;

/// <summary>Somebody who is to get a stand.</summary>
/// <param name="ExhibitorId">Who.</param>
/// <param name="Zones">Zones that they are approved for or invited to.</param>
/// <param name="Wish">What they would like.</param>
/// <param name="Topics">What they are about.</param>
public sealed record Candidate(Guid ExhibitorId, IReadOnlyList<Guid> Zones, StandWish Wish, IReadOnlyList<string> Topics);

/// <summary>A stand that somebody already has, and what they are about.</summary>
public sealed record Settled(Guid StandId, Guid ExhibitorId, IReadOnlyList<string> Topics);

/// <summary>One proposed place.</summary>
/// <param name="ExhibitorId">Who.</param>
/// <param name="StandId">Where.</param>
/// <param name="Met">Wishes that it meets.</param>
/// <param name="Missed">Wishes that it does not.</param>
public sealed record ProposedPlace(Guid ExhibitorId, Guid StandId, IReadOnlyList<WishKind> Met, IReadOnlyList<WishKind> Missed);

/// <summary>What exhibitors may wish.</summary>
public enum WishKind
{
    Category,
    Together,
    Apart,
    Similar,
}

/// <summary>A proposal for all candidates at once, and for whom there is no stand.</summary>
public sealed record PlacingProposal(IReadOnlyList<ProposedPlace> Places, IReadOnlyList<Guid> WithoutStand, double Score);
