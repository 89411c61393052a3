using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.PlacingExhibitors;
using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.Tests.Placing;

public class PlacingTests
{
    private static readonly Guid s_usual = Id(1, 9), s_corner = Id(2, 9), s_zone = Id(3, 9), s_other = Id(4, 9);

    [Fact]
    public void Power_and_zone_are_no_wishes()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var stands = Stands(random.Next(2, 14), at => random.Next(3) * 500, at => random.Next(2) == 0 ? s_zone : null);
            var who = Enumerable.Range(0, random.Next(1, 14)).Select(at => Candidate(
                at, random.Next(2) == 0 ? [s_zone] : [s_other],
                new(random.Next(2) == 0 ? s_corner : null, random.Next(3) * 500, [], [], null))).ToList();
            var proposal = Propose(stands, who);
            Assert.Equal(who.Count, proposal.Places.Count + proposal.WithoutStand.Count);
            Assert.Equal(proposal.Places.Count, proposal.Places.Select(place => place.StandId).Distinct().Count());
            foreach (var place in proposal.Places)
            {
                Assert.True(Fits(
                    who.Single(one => one.ExhibitorId == place.ExhibitorId), stands.Single(stand => stand.Id == place.StandId)));
            }

            // Nobody is left out while a stand that fits is empty.
            var empty = stands.Where(stand => proposal.Places.All(place => place.StandId != stand.Id)).ToList();
            Assert.DoesNotContain(
                proposal.WithoutStand, left => empty.Exists(stand => Fits(who.Single(one => one.ExhibitorId == left), stand)));
        }
    }

    [Fact]
    public void Whoever_wants_to_be_beside_somebody_is_and_whoever_does_not_is_not()
    {
        var (anna, ben, cem) = (Id(0, 1), Id(1, 1), Id(2, 1));
        var proposal = Propose(Stands(9, _ => 0, _ => null),
        [
            Candidate(0, [], StandWish.None with { Together = [ben] }), Candidate(1, [], StandWish.None with { Apart = [cem] }),
            Candidate(2, [], StandWish.None),
        ]);
        Assert.All(proposal.Places, place => Assert.Empty(place.Missed));
        Assert.True(Gap(proposal, anna, ben) <= 4);
        Assert.True(Gap(proposal, ben, cem) > 4);
    }

    [Fact]
    public void Those_who_have_a_stand_already_count_too()
    {
        var stands = Stands(9, _ => 0, _ => null);
        var settled = new Settled(stands[8].Id, Id(7, 1), ["Daten"]);
        var who = Candidate(0, [], StandWish.None with { SimilarApart = false }) with { Topics = ["daten"] };
        var place = PlacingExhibitors.Placing.Propose(PlanOf(stands), [who], stands[..8], [settled]).Places.Single();
        Assert.Equal([WishKind.Similar], place.Met);
        Assert.Equal(stands[7].Id, place.StandId);
    }

    [Fact]
    public void The_same_question_has_the_same_answer_and_a_full_hall_has_one_soon()
    {
        var stands = Stands(60, at => at % 3 * 500, _ => null);
        var who = Enumerable.Range(0, 60).Select(at => Candidate(
            at, [], new(at % 2 == 0 ? s_corner : s_usual, at % 3 * 500, [Id((at + 7) % 60, 1)], [Id((at + 13) % 60, 1)], at % 4 == 0)) with
        {
            Topics = [$"topic{at % 6}"],
        }).ToList();
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        var first = Propose(stands, who);
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(begun);
        Assert.True(took < TimeSpan.FromSeconds(10), $"It took {took}.");
        Assert.Equal(
            first.Places.Select(place => (place.ExhibitorId, place.StandId)),
            Propose(stands, who).Places.Select(place => (place.ExhibitorId, place.StandId)));
        Assert.True(first.Score > Propose(stands, [.. who.Select(one => one with { Wish = StandWish.None with { Watts = one.Wish.Watts } })]).Score);
    }

    private static PlacingProposal Propose(IReadOnlyList<PlannedStand> stands, IReadOnlyList<Candidate> who) =>
        PlacingExhibitors.Placing.Propose(PlanOf(stands), who, stands, []);

    private static Plan PlanOf(IEnumerable<PlannedStand> stands) =>
        Plan.Decider.Initial with { EventId = Id(0, 8), Stands = new(stands) };

    private static Candidate Candidate(int number, IReadOnlyList<Guid> zones, StandWish wish) =>
        new(Id(number, 1), zones, wish, []);

    // One long row with an aisle's width between the stands.
    private static List<PlannedStand> Stands(int count, Func<int, int> watts, Func<int, Guid?> zone) =>
        [.. Enumerable.Range(0, count).Select(at => new PlannedStand(
            Id(at, 2), $"A{at + 1:00}", new(at * 5, 0, 3, 2), at % 5 == 0 ? s_corner : s_usual, zone(at), null, watts(at), false,
            []))];

    private static bool Fits(Candidate who, PlannedStand stand) =>
        stand.Watts >= who.Wish.Watts && (stand.ZoneId is not { } zone || who.Zones.Contains(zone));

    private static int Gap(PlacingProposal proposal, Guid one, Guid other)
    {
        int At(Guid who) => proposal.Places.Single(place => place.ExhibitorId == who).StandId.ToByteArray()[0];
        return Math.Abs(At(one) - At(other)) * 5 - 3;
    }

    private static Guid Id(int number, short kind) => new(number, kind, 0, new byte[8]);
}
