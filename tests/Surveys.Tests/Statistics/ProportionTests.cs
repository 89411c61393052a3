using EventOps.Surveys.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Interval = EventOps.Surveys.Statistics.Interval;

namespace EventOps.Surveys.Tests.Statistics;

public class ProportionTests
{
    private static readonly Arbitrary<(int Count, int Base, int? Population)> s_any = Arb.From(
        from @base in Gen.Choose(0, 300)
        from count in Gen.Choose(0, @base)
        from more in Gen.Choose(-20, 400)
        select (count, @base, more < 0 ? (int?)null : @base + more));

    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Newcombe_1998_Statistics_in_Medicine_17_857_table_I_method_3(int count, int @base, double low, double high)
    {
        var interval = Proportion.Of(count, @base).Interval!.Value;
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Cochran_1977_section_4_4_356_of_3200_inhabitants_tell_as_much_as_400_of_endlessly_many()
    {
        Assert.Equal(356, FinitePopulation.Needed(400, 3200));
        Assert.Equal(400, FinitePopulation.EffectiveSize(356, 3200), 0);
    }

    [Fact]
    public void Of_40_checked_in_20_answers_count_as_39()
    {
        var finite = Proportion.Of(15, 20, 40);
        Assert.Equal(39, FinitePopulation.EffectiveSize(20, 40));
        Assert.Equal(0.5960, finite.Interval!.Value.Low, 4);
        Assert.Equal(0.8592, finite.Interval!.Value.High, 4);
    }

    [Fact]
    public void When_all_answered_there_is_nothing_to_estimate() =>
        Assert.Equal(new Interval(0.75, 0.75), Proportion.Of(15, 20, 20).Interval);

    [Fact]
    public void Nothing_of_nothing_is_no_share() =>
        Assert.Equal((null, null), (Proportion.Of(0, 0).Share, Proportion.Of(0, 0, 50).Interval));

    [Fact]
    public void More_answers_than_persons_is_no_finite_population() =>
        Assert.Equal(Proportion.Of(8, 20).Interval, Proportion.Of(8, 20, 19).Interval);

    [Fact]
    public void The_interval_holds_the_share_and_stays_between_0_and_1() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(s_any, one => Proportion.Of(one.Count, one.Base, one.Population) is var of && (of.Interval is not { } interval
            ? one.Base == 0
            : 0 <= interval.Low && interval.Low <= of.Share && of.Share <= interval.High && interval.High <= 1)));

    [Fact]
    public void Yes_and_no_are_mirrored() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(s_any, one =>
        {
            var yes = Proportion.Of(one.Count, one.Base, one.Population).Interval;
            var no = Proportion.Of(one.Base - one.Count, one.Base, one.Population).Interval;
            return yes is null ? no is null : Near(yes.Value.Low, 1 - no!.Value.High) && Near(yes.Value.High, 1 - no.Value.Low);
        }));

    [Fact]
    public void A_finite_population_never_widens_the_interval() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(s_any, one => one.Base == 0
            || Width(Proportion.Of(one.Count, one.Base, one.Population)) <= Width(Proportion.Of(one.Count, one.Base)) + 1e-12));

    private static double Width(Proportion of) => of.Interval!.Value.High - of.Interval.Value.Low;

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;
}
