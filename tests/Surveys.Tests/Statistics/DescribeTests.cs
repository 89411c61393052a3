using EventOps.Surveys.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Interval = EventOps.Surveys.Statistics.Interval;

namespace EventOps.Surveys.Tests.Statistics;

public class DescribeTests
{
    private static readonly double[] s_wafers =
    [
        95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.0610, 95.1591, 95.1195, 95.1065, 95.0925, 95.1990, 95.1682,
    ];

    private static readonly (double Signatures, int Sheets)[] s_petition =
    [
        (42, 23), (41, 4), (36, 1), (32, 1), (29, 1), (27, 2), (23, 1), (19, 1), (16, 2), (15, 2),
        (14, 1), (11, 1), (10, 1), (9, 1), (7, 1), (6, 3), (5, 2), (4, 1), (3, 1),
    ];

    private static readonly Arbitrary<int[]> s_ratings = Arb.From(Gen.ArrayOf(Gen.Choose(1, 5)));

    [Fact]
    public void NIST_handbook_7_2_6_2_the_90th_percentile_of_twelve_wafers() =>
        Assert.Equal(95.1981, Describe.Quantile(s_wafers, 0.9)!.Value, 4);

    [Fact]
    public void Student_1908_second_drug_as_R_describes_it()
    {
        var sleep = Describe.Values([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
        Assert.Equal((10, 2.33, 1.75), (sleep.N, Math.Round(sleep.Mean!.Value, 10), Math.Round(sleep.Median!.Value, 10)));
        Assert.Equal(2.002249, sleep.Deviation!.Value, 6);
        Assert.Equal(0.8976775, sleep.MeanInterval!.Value.Low, 6);
        Assert.Equal(3.7623225, sleep.MeanInterval!.Value.High, 6);
        Assert.Equal((-0.1, 5.5), (sleep.Least!.Value, sleep.Most!.Value));
    }

    [Fact]
    public void Cochran_1977_section_2_8_signatures_on_50_of_676_sheets_of_a_petition()
    {
        var sheets = Describe.Counts(s_petition, population: 676);
        Assert.Equal(229.0, Math.Pow(sheets.Deviation!.Value, 2), 1);
        var total = 676 * sheets.Mean!.Value;
        var margin = 1.28 * 676 * Math.Sqrt(sheets.ErrorVariance!.Value);
        Assert.InRange(total - margin, 18_106, 18_108);
        Assert.InRange(total + margin, 21_668, 21_670);
    }

    [Fact]
    public void Quartiles_lie_at_places_of_n_plus_one()
    {
        var seven = Describe.Values([1, 2, 3, 4, 5, 6, 7]);
        Assert.Equal((2, 4, 6), (seven.LowerQuartile!.Value, seven.Median!.Value, seven.UpperQuartile!.Value));
        Assert.Equal(1.25, Describe.Values([1, 2, 3, 4]).LowerQuartile!.Value);
    }

    [Fact]
    public void Of_nobody_nothing_is_said_and_of_one_no_spread()
    {
        Assert.Equal(new Description(0, null, null, null, null, null, null, null, null), Describe.Values([]));
        var one = Describe.Values([4]);
        Assert.Equal((4, 4, null, null), (one.Mean, one.Median, one.Deviation, one.MeanInterval));
    }

    [Fact]
    public void The_same_answer_by_all_does_not_make_the_mean_certain() =>
        Assert.Null(Describe.Counts([(5, 12)], population: 80).MeanInterval);

    [Fact]
    public void When_all_answered_the_mean_is_certain() =>
        Assert.Equal(new Interval(4, 4), Describe.Counts([(3, 5), (5, 5)], population: 10).MeanInterval);

    [Fact]
    public void A_table_of_counts_says_the_same_as_its_values() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(s_ratings, ratings => Describe.Values(ratings.Select(rating => (double)rating)) ==
            Describe.Counts(Enumerable.Range(1, 5).Select(value => ((double)value, ratings.Count(rating => rating == value))))
            || Near(ratings)));

    [Fact]
    public void The_middle_lies_between_the_ends() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(s_ratings, ratings =>
        {
            var of = Describe.Values(ratings.Select(rating => (double)rating), 500);
            return of.N == 0 || (of.Least <= of.LowerQuartile && of.LowerQuartile <= of.Median && of.Median <= of.UpperQuartile
                && of.UpperQuartile <= of.Most && of.Least <= of.Mean && of.Mean <= of.Most
                && of.MeanInterval?.Low is not double.NaN);
        }));

    private static bool Near(int[] ratings)
    {
        var one = Describe.Values(ratings.Select(rating => (double)rating));
        return Math.Abs(one.Mean!.Value - ratings.Average()) < 1e-12;
    }
}
