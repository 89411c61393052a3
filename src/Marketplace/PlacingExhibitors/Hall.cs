using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.PlacingExhibitors;

/// <summary>A hall being filled: who is where, and how many wishes that meets. All is numbers here, because it is asked very often.</summary>
internal sealed class Hall
{
    private const decimal Near = 4; // metres from edge to edge: an aisle
    private const double CategoryWeight = 5, TogetherWeight = 4, ApartWeight = 6, SimilarWeight = 2;
    private const double Least = 0.001;

    private readonly IReadOnlyList<Candidate> _candidates;
    private readonly IReadOnlyList<PlannedStand> _free;
    private readonly bool[,] _near; // stands, free ones first
    private readonly int[] _place; // of candidates, then of those who are settled; -1: none
    private readonly int?[] _who; // on a free stand
    private readonly int[][] _together, _apart, _similar; // people, by candidate
    private readonly int[][] _touched; // candidates whose wishes look at a candidate, itself included

    public Hall(Plan plan, IReadOnlyList<Candidate> candidates, IReadOnlyList<PlannedStand> free, IReadOnlyList<Settled> settled)
    {
        var fixedStands = settled.Where(one => plan.Stands.Has(one.StandId)).ToList();
        (_candidates, _free, _who) = (candidates, free, new int?[free.Count]);
        List<PlannedStand> stands = [.. free, .. fixedStands.Select(one => plan.Stands.Find(one.StandId)!)];
        _near = new bool[stands.Count, stands.Count];
        foreach (var (one, left) in stands.Index())
        {
            foreach (var (other, right) in stands.Index()) _near[one, other] = left.Box.GapTo(right.Box) <= Near;
        }

        _place = [.. candidates.Select(_ => -1), .. fixedStands.Select((_, at) => free.Count + at)];
        List<Guid> people = [.. candidates.Select(one => one.ExhibitorId), .. fixedStands.Select(one => one.ExhibitorId)];
        List<IReadOnlyList<string>> topics = [.. candidates.Select(one => one.Topics), .. fixedStands.Select(one => one.Topics)];
        int[] All(IReadOnlyList<Guid> ids) => [.. people.Index().Where(one => ids.Contains(one.Item)).Select(one => one.Index)];
        _together = [.. candidates.Select(one => All(one.Wish.Together))];
        _apart = [.. candidates.Select(one => All(one.Wish.Apart))];
        _similar = [.. candidates.Select((one, at) => one.Wish.SimilarApart is null ? [] : topics.Index()
            .Where(other => other.Index != at && other.Item.Any(topic => one.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase)))
            .Select(other => other.Index).ToArray())];
        _touched = [.. candidates.Select((_, at) => Enumerable.Range(0, candidates.Count).Where(other => other == at
            || _together[other].Contains(at) || _apart[other].Contains(at) || _similar[other].Contains(at)).ToArray())];
    }

    public bool Fits(int who, int stand) => _free[stand].Watts >= _candidates[who].Wish.Watts
        && (_free[stand].ZoneId is not { } zone || _candidates[who].Zones.Contains(zone));

    public bool IsEmpty(int stand) => _who[stand] is null;

    public bool IsPlaced(int who) => _place[who] >= 0;

    public void Put(int who, int stand)
    {
        if (IsPlaced(who)) _who[_place[who]] = null;
        (_place[who], _who[stand]) = (stand, who);
    }

    /// <summary>What a stand for somebody who has none would be worth.</summary>
    public double GainOf(int who, int stand)
    {
        var before = ScoreAround(who);
        _place[who] = stand;
        var gain = ScoreAround(who) - before;
        _place[who] = -1;
        return gain;
    }

    /// <summary>Goes there, or changes places with whoever is there, if that makes the whole better.</summary>
    public bool TryGo(int who, int stand)
    {
        var (own, other) = (_place[who], _who[stand]);
        if (other == who || (other is { } there && !Fits(there, own))) return false;
        var before = ScoreAround(who, other);
        Change(who, own, other, stand);
        if (ScoreAround(who, other) > before + Least) return true;
        Change(who, stand, other, own);
        return false;
    }

    public PlacingProposal Proposal()
    {
        var placed = Enumerable.Range(0, _candidates.Count).Where(IsPlaced).ToList();
        return new(
            [.. placed.Select(who => new ProposedPlace(
                _candidates[who].ExhibitorId, _free[_place[who]].Id,
                [.. Wishes(who).Where(wish => wish.Met).Select(wish => wish.Kind)],
                [.. Wishes(who).Where(wish => !wish.Met).Select(wish => wish.Kind)]))],
            [.. Enumerable.Range(0, _candidates.Count).Where(who => !IsPlaced(who)).Select(who => _candidates[who].ExhibitorId)],
            placed.Sum(Score));
    }

    private void Change(int who, int from, int? other, int to)
    {
        (_place[who], _who[to], _who[from]) = (to, who, other);
        if (other is { } back) _place[back] = from;
    }

    private double ScoreAround(int who, int? other = null)
    {
        var score = _touched[who].Sum(Score);
        return other is { } second ? score + _touched[second].Except(_touched[who]).Sum(Score) : score;
    }

    private double Score(int who) => !IsPlaced(who) ? 0 : Wishes(who).Sum(wish => wish.Met ? wish.Weight : 0);

    private IEnumerable<(WishKind Kind, bool Met, double Weight)> Wishes(int who)
    {
        var (wish, stand) = (_candidates[who].Wish, _place[who]);
        bool IsNear(int other) => _place[other] >= 0 && _near[stand, _place[other]];
        if (wish.CategoryId is { } category)
            yield return (WishKind.Category, _free[stand].CategoryId == category, CategoryWeight);
        foreach (var other in _together[who]) yield return (WishKind.Together, IsNear(other), TogetherWeight);
        foreach (var other in _apart[who]) yield return (WishKind.Apart, !IsNear(other), ApartWeight);
        if (wish.SimilarApart is { } apart && _candidates[who].Topics.Count > 0)
            yield return (WishKind.Similar, apart != _similar[who].Any(IsNear), SimilarWeight);
    }
}
