using EventOps.Surveys.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Surveys.Tests.Statistics;

public class CrossTableTests
{
    private static readonly int[][] s_parties = [[762, 327, 468], [484, 239, 477]];

    [Fact]
    public void Agresti_2007_table_2_5_gender_and_party()
    {
        var table = CrossTable.Of(s_parties);
        Assert.Equal((30.1, 2, 2757), (Math.Round(table.ChiSquare, 1), table.Freedom, table.Base));
        Assert.True(table.P < 0.001);
        Assert.Equal([703.7, 319.6, 533.7], table.Expected[0].Select(one => Math.Round(one, 1)));
        Assert.Equal([4.50, 0.70, -5.32], table.Residuals[0].Select(one => Math.Round(one, 2)));
        Assert.Equal(Association.ClearDifference, table.Association);
    }

    [Fact]
    public void Snee_1974_hair_and_eyes_as_vcd_prints_them()
    {
        var table = CrossTable.Of([[68, 20, 15, 5], [119, 84, 54, 29], [26, 17, 14, 14], [7, 94, 10, 16]]);
        Assert.Equal((138.29, 9), (Math.Round(table.ChiSquare, 2), table.Freedom));
        Assert.Equal(0.279, table.CramersV!.Value, 3);
    }

    [Fact]
    public void Nine_persons_are_too_few_whatever_chi_square_says()
    {
        var table = CrossTable.Of([[5, 0], [0, 4]]);
        Assert.True(table.P < 0.05);
        Assert.Equal(Association.TooFew, table.Association);
    }

    [Fact]
    public void One_small_cell_in_five_is_allowed_but_none_below_one()
    {
        Assert.True(CrossTable.Of([[10, 10, 4], [20, 20, 20], [20, 20, 20]]).AreEnough);
        Assert.False(CrossTable.Of([[100, 100, 100, 1], [100, 100, 100, 0], [100, 100, 100, 0]]).AreEnough);
    }

    [Fact]
    public void An_option_that_nobody_chose_changes_nothing()
    {
        var (without, with) = (CrossTable.Of(s_parties), CrossTable.Of([[762, 0, 327, 468], [0, 0, 0, 0], [484, 0, 239, 477]]));
        Assert.Equal(
            (without.ChiSquare, without.P, without.CramersV, true),
            (with.ChiSquare, with.P, with.CramersV, with.AreEnough));
    }

    [Fact]
    public void Together_fewer_differences_are_clear_and_too_few_stay_too_few()
    {
        int[][] clear = [[30, 18], [18, 30]];
        var few = CrossTable.Of([[5, 0], [0, 4]]);
        Assert.Equal([Association.ClearDifference, Association.TooFew], Holm.Together([CrossTable.Of(clear), few]));
        var many = Holm.Together([.. Enumerable.Range(0, 4).Select(_ => CrossTable.Of(clear)), few]);
        Assert.Equal(Enumerable.Repeat(Association.NoClearDifference, 4).Append(Association.TooFew), many);
    }

    [Fact]
    public void No_table_gives_NaN() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 30))), 12)), cells =>
        {
            var table = CrossTable.Of([.. cells.Chunk(4)]);
            return double.IsFinite(table.ChiSquare) && table.P is null or (>= 0 and <= 1)
                && table.CramersV is null or (>= 0 and <= 1.0000001)
                && table.Residuals.SelectMany(row => row).All(double.IsFinite)
                && table.Expected.SelectMany(row => row).All(double.IsFinite);
        }));
}
