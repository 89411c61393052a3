using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Markets;

namespace EventOps.Marketplace.ManagingTheTeam;

/// <summary>How many tickets an exhibitor's bookings bring, and who gets them.</summary>
public sealed class Contingent(IEventStore store)
{
    /// <summary>So many for each booked stand, and one for each badge that was booked beside it.</summary>
    public static int Of(Exhibitor exhibitor, MarketTerms terms, IReadOnlySet<Guid> badges) => exhibitor.Booked.Sum(
        booking => terms.TeamPerStand + booking.Extras.Where(extra => badges.Contains(extra.ExtraId)).Sum(extra => extra.Count));

    /// <summary>Who came first keeps the ticket when there are fewer than people.</summary>
    public static IReadOnlyList<Guid> Covered(IReadOnlyList<Guid> team, int most) => [.. team.Take(most)];

    public async Task<int> Of(Exhibitor exhibitor, MarketTerms terms, CancellationToken ct)
    {
        var badges = new HashSet<Guid>();
        foreach (var id in exhibitor.Booked.SelectMany(booking => booking.Extras).Select(extra => extra.ExtraId).Distinct())
        {
            if ((await store.Load(Extra.Stream(id), Extra.Decider, ct)).State.Offer.Kind == ExtraKind.Badge) badges.Add(id);
        }

        return Of(exhibitor, terms, badges);
    }
}
