using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;

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

/// <summary>
/// Places candidates on free stands: power and zone are hard, everything else counts. The hardest to place come first; then pairs are
/// exchanged and stands changed as long as the whole gets better, in a fixed order and with a bound, so that the same input always
/// gives the same proposal.
/// </summary>
public static class Placing
{
    private const int MostRounds = 40;
    private const decimal Near = 4; // metres from edge to edge: an aisle
    private const double CategoryWeight = 5, TogetherWeight = 4, ApartWeight = 6, SimilarWeight = 2;

    public static PlacingProposal Propose(
        Plan plan, IReadOnlyList<Candidate> candidates, IReadOnlyList<PlannedStand> free, IReadOnlyList<Settled> settled)
    {
        var whole = new Whole(plan, candidates, free, settled);
        foreach (var candidate in candidates.OrderBy(one => free.Count(stand => Whole.Fits(one, stand))).ThenBy(one => one.ExhibitorId))
        {
            var best = free.Where(stand => Whole.Fits(candidate, stand) && whole.IsFree(stand.Id))
                .OrderByDescending(stand => whole.GainOf(candidate, stand)).ThenBy(stand => stand.Number, StringComparer.Ordinal).FirstOrDefault();
            if (best is not null) whole.Put(candidate.ExhibitorId, best);
        }

        for (var round = 0; round < MostRounds && whole.Improve(); round++)
        {
        }

        return whole.Proposal();
    }

    private sealed class Whole(Plan plan, IReadOnlyList<Candidate> candidates, IReadOnlyList<PlannedStand> free, IReadOnlyList<Settled> settled)
    {
        private readonly Dictionary<Guid, PlannedStand> _places = [];
        private readonly Dictionary<Guid, Candidate> _byId = candidates.ToDictionary(candidate => candidate.ExhibitorId);

        private readonly List<(Guid Who, PlannedStand Stand, IReadOnlyList<string> Topics)> _settled =
            [.. settled.Where(one => plan.Stands.Has(one.StandId)).Select(one => (one.ExhibitorId, plan.Stands.Find(one.StandId)!, one.Topics))];

        public static bool Fits(Candidate candidate, PlannedStand stand) =>
            stand.Watts >= candidate.Wish.Watts && (stand.ZoneId is not { } zone || candidate.Zones.Contains(zone));

        public bool IsFree(Guid standId) => _places.Values.All(stand => stand.Id != standId);

        public void Put(Guid who, PlannedStand stand) => _places[who] = stand;

        public double GainOf(Candidate candidate, PlannedStand stand)
        {
            var before = _places.GetValueOrDefault(candidate.ExhibitorId);
            var old = Total();
            _places[candidate.ExhibitorId] = stand;
            var gain = Total() - old;
            if (before is null) _places.Remove(candidate.ExhibitorId);
            else _places[candidate.ExhibitorId] = before;
            return gain;
        }

        public bool Improve()
        {
            var better = false;
            foreach (var candidate in candidates.Where(one => _places.ContainsKey(one.ExhibitorId)))
            {
                foreach (var stand in free.Where(stand => Fits(candidate, stand)))
                    better |= IsFree(stand.Id) ? TryMove(candidate, stand) : TrySwap(candidate, stand);
            }

            return better;
        }

        public PlacingProposal Proposal() => new(
            [.. candidates.Where(one => _places.ContainsKey(one.ExhibitorId)).Select(one =>
            {
                var wishes = Wishes(one, _places[one.ExhibitorId]).ToList();
                return new ProposedPlace(
                    one.ExhibitorId, _places[one.ExhibitorId].Id, [.. wishes.Where(wish => wish.Met).Select(wish => wish.Kind)],
                    [.. wishes.Where(wish => !wish.Met).Select(wish => wish.Kind)]);
            })],
            [.. candidates.Where(one => !_places.ContainsKey(one.ExhibitorId)).Select(one => one.ExhibitorId)], Total());

        private bool TryMove(Candidate candidate, PlannedStand stand)
        {
            if (GainOf(candidate, stand) <= 0.001) return false;
            _places[candidate.ExhibitorId] = stand;
            return true;
        }

        private bool TrySwap(Candidate candidate, PlannedStand stand)
        {
            var (own, other) = (_places[candidate.ExhibitorId], _places.FirstOrDefault(place => place.Value.Id == stand.Id).Key);
            if (other == candidate.ExhibitorId || !Fits(_byId[other], own)) return false;
            var old = Total();
            (_places[candidate.ExhibitorId], _places[other]) = (stand, own);
            if (Total() > old + 0.001) return true;
            (_places[candidate.ExhibitorId], _places[other]) = (own, stand);
            return false;
        }

        private double Total() => _places.Sum(place => Wishes(_byId[place.Key], place.Value).Sum(wish => wish.Met ? wish.Weight : 0));

        private IEnumerable<(WishKind Kind, bool Met, double Weight)> Wishes(Candidate candidate, PlannedStand stand)
        {
            var wish = candidate.Wish;
            if (wish.CategoryId is { } category) yield return (WishKind.Category, stand.CategoryId == category, CategoryWeight);
            foreach (var who in wish.Together)
                yield return (WishKind.Together, PlaceOf(who) is { } there && stand.Box.GapTo(there.Box) <= Near, TogetherWeight);
            foreach (var who in wish.Apart)
                yield return (WishKind.Apart, PlaceOf(who) is not { } there || stand.Box.GapTo(there.Box) > Near, ApartWeight);
            if (wish.SimilarApart is not { } apart || candidate.Topics.Count == 0) yield break;
            var near = Similar(candidate).Any(other => stand.Box.GapTo(other.Box) <= Near);
            yield return (WishKind.Similar, apart != near, SimilarWeight);
        }

        private PlannedStand? PlaceOf(Guid who) => _places.GetValueOrDefault(who) ?? _settled.Find(one => one.Who == who).Stand;

        private IEnumerable<PlannedStand> Similar(Candidate candidate) =>
            _settled.Where(one => Shares(one.Topics, candidate)).Select(one => one.Stand)
                .Concat(_places.Where(place => place.Key != candidate.ExhibitorId && Shares(_byId[place.Key].Topics, candidate)).Select(place => place.Value));

        private static bool Shares(IReadOnlyList<string> topics, Candidate candidate) =>
            topics.Any(topic => candidate.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase));
    }
}
