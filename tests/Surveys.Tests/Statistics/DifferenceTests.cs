using EventOps.Surveys.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Surveys.Tests.Statistics;

public class DifferenceTests
{
    private static readonly double[] s_sleepOne = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] s_sleepTwo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Newcombe_1998_Statistics_in_Medicine_17_873_table_II_method_10(
        int count, int @base, int before, int baseBefore, double low, double high)
    {
        var interval = Difference.Of(Proportion.Of(count, @base), Proportion.Of(before, baseBefore)).Interval!.Value;
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Student_1908_sleep_with_the_Welch_interval_that_R_prints_for_its_data_set()
    {
        var difference = Difference.Of(Describe.Values(s_sleepOne), Describe.Values(s_sleepTwo));
        Assert.Equal(-1.58, difference.Value!.Value, 10);
        Assert.Equal(-3.3654832, difference.Interval!.Value.Low, 6);
        Assert.Equal(0.2054832, difference.Interval!.Value.High, 6);
        Assert.Equal(Trend.NoClearChange, difference.Trend);
    }

    [Theory]
    [InlineData(56, 70, 48, 80, Trend.ClearlyMore)]
    [InlineData(48, 80, 56, 70, Trend.ClearlyLess)]
    [InlineData(50, 70, 52, 80, Trend.NoClearChange)]
    public void Only_an_interval_without_zero_is_a_change(int count, int @base, int before, int baseBefore, Trend says) =>
        Assert.Equal(says, Difference.Of(Proportion.Of(count, @base), Proportion.Of(before, baseBefore)).Trend);

    [Fact]
    public void More_of_all_who_were_there_make_a_change_clear()
    {
        Assert.Equal(Trend.NoClearChange, Difference.Of(Proportion.Of(40, 60), Proportion.Of(30, 60)).Trend);
        Assert.Equal(Trend.ClearlyMore, Difference.Of(Proportion.Of(40, 60, 80), Proportion.Of(30, 60, 80)).Trend);
    }

    [Fact]
    public void With_nobody_on_one_side_nothing_is_said()
    {
        Assert.Equal(Difference.None, Difference.Of(Proportion.Of(3, 9), Proportion.Of(0, 0)));
        Assert.Equal(Difference.None, Difference.Of(Describe.Values([]), Describe.Values([1, 2])));
        Assert.Null(Difference.Of(Describe.Values([5]), Describe.Values([1, 2])).Trend);
        Assert.Null(Difference.Of(NetPromoter.Of(9, 0, 0), NetPromoter.Of(3, 3, 3)).Trend);
    }

    [Fact]
    public void Margins_of_two_scores_add_as_squares()
    {
        var (now, before) = (NetPromoter.Of(162, 108, 54), NetPromoter.Of(100, 100, 100));
        var difference = Difference.Of(now, before);
        var margin = Math.Sqrt(now.Margin!.Value * now.Margin.Value + before.Margin!.Value * before.Margin.Value);
        Assert.Equal(100 / 3.0 + margin, difference.Interval!.Value.High, 9);
        Assert.Equal(Trend.ClearlyMore, difference.Trend);
    }

    [Fact]
    public void A_difference_is_never_NaN_and_turns_its_sign_with_the_order() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(Arb.From(Gen.ListOf(Gen.Choose(1, 5))), Arb.From(Gen.ListOf(Gen.Choose(1, 5))), (a, b) =>
        {
            var (now, before) = (Describe.Values(a.Select(x => (double)x)), Describe.Values(b.Select(x => (double)x)));
            var (there, back) = (Difference.Of(now, before), Difference.Of(before, now));
            return there.Value is not double.NaN && there.Interval?.Low is not double.NaN
                && there.Interval?.High is not double.NaN
                && (there.Interval is null || Math.Abs(there.Interval.Value.Low + back.Interval!.Value.High) < 1e-9);
        }));
}
