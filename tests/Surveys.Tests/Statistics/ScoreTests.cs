using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.Tests.Statistics;

public class ScoreTests
{
    private static readonly double[] s_p = [0.01, 0.04, 0.03, 0.005];

    [Fact]
    public void Top_two_of_five_is_a_share_with_the_interval_of_Newcombe_1998_for_56_of_70()
    {
        var top = TopBox.Of([2, 5, 7, 30, 26]);
        Assert.Equal((56, 70, 0.8), (top.Count, top.Base, top.Share!.Value));
        Assert.Equal(0.6918, top.Interval!.Value.Low, 4);
        Assert.Null(TopBox.Of([0, 0, 0, 0, 0]).Share);
    }

    /// <summary>
    /// W. Huber, Cross Validated 18603: half promoters, a third passives, a sixth detractors have a variance of 5/9.
    /// </summary>
    [Fact]
    public void Huber_net_promoter_variance_of_five_ninths()
    {
        var score = NetPromoter.Of(162, 108, 54);
        Assert.Equal(100 / 3.0, score.Score!.Value, 9);
        Assert.Equal(5 / 9.0, Math.Pow(score.Margin!.Value / 100 / Distributions.Normal, 2) * 324, 9);
        Assert.Equal(4.1, score.Margin!.Value / Distributions.Normal, 1);
    }

    [Fact]
    public void Zero_to_six_are_against_seven_and_eight_neither() =>
        Assert.Equal(NetPromoter.Of(3, 7, 21), NetPromoter.Of([1, 2, 3, 4, 5, 5, 1, 3, 4, 2, 1]));

    [Fact]
    public void One_promoter_and_two_who_skipped_make_a_hundred_of_one_without_a_margin()
    {
        var score = NetPromoter.Of([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        Assert.Equal((100.0, 1, null), (score.Score, score.Base, score.Margin));
        Assert.Null(NetPromoter.Of(0, 0, 0).Score);
    }

    [Fact]
    public void A_finite_population_narrows_the_margin_and_all_have_none()
    {
        var (endless, half) = (NetPromoter.Of(20, 10, 10).Margin!.Value, NetPromoter.Of(20, 10, 10, 80).Margin!.Value);
        Assert.Equal(endless * Math.Sqrt(40 / 79.0), half, 9);
        Assert.Equal(0, NetPromoter.Of(20, 10, 10, 40).Margin);
    }

    /// <summary>
    /// Wikipedia, Borda count: of 100 voters Memphis gets 126 points, Nashville 194, Chattanooga 173, Knoxville 107.
    /// </summary>
    [Fact]
    public void Borda_scores_of_the_capital_of_Tennessee()
    {
        var items = Ranking.Of([[42, 0, 0, 58], [26, 42, 32, 0], [15, 43, 42, 0], [17, 15, 26, 42]]);
        Assert.Equal([126, 194, 173, 107], items.Select(item => (int)Math.Round(item.Score!.Value * 300)));
        Assert.Equal([0.42, 0.26, 0.15, 0.17], items.Select(item => item.First.Share!.Value));
        Assert.Equal(2.74, items[0].MeanRank!.Value, 9);
    }

    [Fact]
    public void Who_ranks_only_some_counts_for_the_score_of_all()
    {
        var items = Ranking.Of([[3, 0, 0], [1, 1, 0], [0, 0, 0]]);
        Assert.Equal((3, 1.0, 0.75), (items[0].Ranked, items[0].MeanRank, items[0].Score));
        Assert.Equal((2, 1.5, 0.375), (items[1].Ranked, items[1].MeanRank, items[1].Score));
        Assert.Equal((0, null, 0.0), (items[2].Ranked, items[2].MeanRank, items[2].Score));
        Assert.All(Ranking.Of([[0, 0], [0, 0]]), item => Assert.Equal((null, null), (item.MeanRank, item.Score)));
    }

    [Fact]
    public void Holm_as_R_adjusts_p_values() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust(s_p).Select(p => Math.Round(p, 10)));

    [Fact]
    public void Thirds_do_not_add_up_and_say_so()
    {
        var thirds = Percentages.OfOne([10, 10, 10]);
        Assert.Equal((99.9m, true), (thirds.Sum, thirds.NeedsRoundingNote));
        Assert.Equal(101m, Percentages.OfOne([101, 99], 0).Sum);
        Assert.False(Percentages.OfOne([1, 1]).NeedsRoundingNote);
    }

    [Fact]
    public void Of_several_answers_the_base_is_persons_and_a_sum_above_hundred_is_no_mistake()
    {
        var several = Percentages.OfSeveral([61, 50, 7], 68);
        Assert.Equal([89.7m, 73.5m, 10.3m], several.Shares.Select(share => share!.Value));
        Assert.Equal((true, false), (several.MayExceedHundred, several.NeedsRoundingNote));
        Assert.Equal(new decimal?[] { null, null }, Percentages.OfOne([0, 0]).Shares);
    }
}
