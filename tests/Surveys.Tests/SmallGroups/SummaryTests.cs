using EventOps.Surveys.SmallGroups;
using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.Tests.SmallGroups;

public class SummaryTests
{
    [Fact]
    public void A_complete_rating_may_be_described() =>
        Assert.True(Ratings.Protect([1, 2, 3, 4, 5], [6, 7, 8, 20, 30], Threshold.Inside)
            is { MayDescribe: true, Mean.IsWithheld: false });

    [Fact]
    public void The_mean_is_left_out_where_it_would_solve_two_withheld_cells()
    {
        var rating = Ratings.Protect([1, 2, 3, 4, 5], [2, 9, 12, 20, 30], Threshold.Inside);
        Assert.Equal(["withheld", "withheld", "12", "20", "30"], Attack.Text(rating.Table.Cells));
        Assert.Equal((true, false), (rating.Mean.IsWithheld, rating.MayDescribe));
    }

    [Fact]
    public void A_mean_of_nothing_but_fives_is_what_each_said() =>
        Assert.True(Ratings.Protect([1, 2, 3, 4, 5], [0, 0, 0, 0, 40], Threshold.Inside).Mean.IsWithheld);

    [Fact]
    public void The_mean_stands_beside_three_withheld_cells_that_it_does_not_solve()
    {
        var rating = Ratings.Protect([1, 2, 3, 4, 5], [2, 4, 13, 21, 30], Threshold.Inside);
        Assert.Equal((2, 4.0m), (rating.Table.Cells.Count(cell => !cell.IsWithheld), rating.Mean.OrNone));
    }

    [Theory]
    [InlineData(3, 5, 5, 30)]
    [InlineData(3, 5, 44, 44)]
    [InlineData(4, 3, 3, 15)]
    [InlineData(4, 5, 19, 20)]
    [InlineData(5, 3, 11, 12)]
    public void Whoever_tries_all_ratings_learns_no_withheld_count_from_the_mean(int points, int least, int fewest, int most)
    {
        int[] values = [.. Enumerable.Range(1, points)];
        for (var persons = fewest; persons <= most; persons++)
        {
            var learnt = Attack.On(Attack.Tables(persons, points), table =>
            {
                var shown = Ratings.Protect(values, table, new(least));
                return Attack.Text(shown.Table.Cells).Append(shown.Mean.ToString());
            }, width: least);
            Assert.True(learnt.Count == 0, $"{persons}: {learnt.Count}: " + string.Join('\n', learnt.Take(8)));
        }
    }

    [Fact]
    public void A_score_stands_alone_where_a_group_is_small()
    {
        var shown = Promoters.Protect(NetPromoter.Of(30, 15, 2), Threshold.Inside);
        Assert.Equal((true, 60m, true), (shown.Groups.IsWithheld, shown.Score.OrNone, shown.Margin.IsWithheld));
        Assert.True(Promoters.Protect(NetPromoter.Of(30, 15, 7), Threshold.Inside)
            is { Groups.IsComplete: true, Margin.IsWithheld: false });
        Assert.True(Promoters.Protect(NetPromoter.Of(30, 0, 0), Threshold.Inside).Score.IsWithheld);
    }

    [Fact]
    public void Whoever_tries_all_groups_learns_none_from_the_score()
    {
        for (var persons = 5; persons <= 45; persons++)
        {
            Assert.Empty(Attack.On(Attack.Tables(persons, 3), table =>
            {
                var shown = Promoters.Protect(NetPromoter.Of(table[0], table[1], table[2]), Threshold.Inside);
                return Attack.Text(shown.Groups.Cells).Append(shown.Score.ToString()).Append(shown.Margin.ToString());
            }, width: 5));
        }
    }

    [Fact]
    public void Of_typed_numbers_nobody_sees_what_one_person_wrote()
    {
        Assert.True(Numbers.Protect(Describe.Values([1, 2, 3, 90]), Threshold.Inside)
            is { Base.IsWithheld: true, Mean.IsWithheld: true });
        Assert.True(Numbers.Protect(UpTo(12), Threshold.Inside)
            is { Mean.OrNone: 6.5, Median.OrNone: 6.5, LowerQuartile.IsWithheld: true });
        Assert.False(Numbers.Protect(UpTo(20), Threshold.Inside).UpperQuartile.IsWithheld);
    }

    private static Description UpTo(int most) => Describe.Values(Enumerable.Range(1, most).Select(one => (double)one));

    [Fact]
    public void A_mean_alone_is_withheld_near_the_ends_of_its_scale()
    {
        Assert.Equal(4.5m, Numbers.MeanAlone(20, 90, 1, 5, Threshold.Inside).OrNone);
        Assert.True(Numbers.MeanAlone(20, 97, 1, 5, Threshold.Inside).IsWithheld);
        Assert.True(Numbers.MeanAlone(20, 24, 1, 5, Threshold.Inside).IsWithheld);
        Assert.True(Numbers.MeanAlone(4, 12, 1, 5, Threshold.Inside).IsWithheld);
        Assert.True(Numbers.MeanAlone(0, 0, 1, 5, Threshold.Inside).IsWithheld);
    }
}
