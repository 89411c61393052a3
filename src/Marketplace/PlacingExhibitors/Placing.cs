using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.PlacingExhibitors;

/// <summary>
/// Places candidates on free stands: power and zone are hard, everything else counts. The hardest to place come first; then pairs are
/// exchanged and stands changed as long as the whole gets better, in a fixed order and with a bound, so that the same input always
/// gives the same proposal.
/// </summary>
public static class Placing
{
    private const int MostTrials = 200_000;

    public static PlacingProposal Propose(
        Plan plan, IReadOnlyList<Candidate> candidates, IReadOnlyList<PlannedStand> free, IReadOnlyList<Settled> settled)
    {
        var hall = new Hall(plan, candidates, free, settled);
        var open = free.Index().OrderBy(one => one.Item.Number, StringComparer.Ordinal).Select(one => one.Index).ToList();
        foreach (var who in Enumerable.Range(0, candidates.Count).OrderBy(who => open.Count(stand => hall.Fits(who, stand))).ThenBy(who => candidates[who].ExhibitorId))
        {
            var best = open.Where(stand => hall.IsEmpty(stand) && hall.Fits(who, stand))
                .OrderByDescending(stand => hall.GainOf(who, stand))
                .Select(stand => (int?)stand).FirstOrDefault();
            if (best is { } found) hall.Put(who, found);
        }

        for (var trials = 0; trials < MostTrials;)
        {
            var better = false;
            for (var who = 0; who < candidates.Count; who++)
            {
                if (!hall.IsPlaced(who)) continue;
                foreach (var stand in open.Where(stand => hall.Fits(who, stand)))
                {
                    trials++;
                    better |= hall.TryGo(who, stand);
                }
            }

            if (!better) break;
        }

        return hall.Proposal();
    }
}
