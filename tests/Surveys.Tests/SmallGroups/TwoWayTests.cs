using EventOps.Surveys.SmallGroups;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Surveys.Tests.SmallGroups;

public class TwoWayTests
{
    private static readonly Arbitrary<int[][]> s_tables = Arb.From(
        from rows in Gen.Choose(2, 4)
        from columns in Gen.Choose(2, 4)
        from cells in Gen.ArrayOf(Gen.Frequency((1, Gen.Choose(0, 4)), (3, Gen.Choose(5, 25))), rows * columns)
        select cells.Chunk(columns).ToArray());

    [Fact]
    public void A_table_without_small_cells_is_complete() =>
        Assert.True(TwoWay.Protect([[10, 12], [7, 9]], Threshold.Inside).IsComplete);

    [Fact]
    public void A_small_cell_takes_three_others_with_it()
    {
        var table = TwoWay.Protect([[2, 20, 30], [15, 40, 50], [60, 12, 70]], Threshold.Inside);
        Assert.Equal(["withheld", "withheld", "30"], Attack.Text(table.Cells[0]));
        Assert.Equal(["60", "12", "70"], Attack.Text(table.Cells[2]));
        Assert.Equal(4, table.Cells.SelectMany(row => row).Count(cell => cell.IsWithheld));
    }

    [Fact]
    public void A_row_of_few_is_withheld_with_all_its_cells_and_another_row()
    {
        var table = TwoWay.Protect([[1, 2], [15, 14], [20, 21], [33, 30]], Threshold.Inside);
        Assert.Equal([true, true, false, false], table.Rows.Cells.Select(cell => cell.IsWithheld));
        Assert.Equal(["20", "21"], Attack.Text(table.Cells[2]));
        Assert.All(table.Cells.Take(2), row => Assert.All(row, cell => Assert.True(cell.IsWithheld)));
    }

    [Theory]
    [InlineData(2, 2, 5, 24)]
    [InlineData(2, 2, 5, 40)]
    [InlineData(2, 2, 3, 17)]
    [InlineData(2, 3, 3, 18)]
    [InlineData(2, 3, 5, 22)]
    [InlineData(3, 3, 2, 12)]
    [InlineData(2, 4, 2, 13)]
    public void Whoever_tries_all_tables_learns_no_withheld_cell(int rows, int columns, int least, int persons)
    {
        var learnt = Attack.On(Attack.Tables(persons, rows * columns), table => Show(table, columns, new(least)), width: least);
        Assert.True(learnt.Count == 0, $"{learnt.Count}: " + string.Join('\n', learnt.Take(8)));
    }

    [Fact]
    public void The_attack_breaks_a_rule_that_withholds_only_small_cells() =>
        Assert.NotEmpty(Attack.On(Attack.Tables(20, 4), Weak, width: 1));

    [Fact]
    public void Of_any_table_all_that_fit_what_is_shown_leave_each_withheld_cell_open() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(s_tables, table =>
        {
            var shown = TwoWay.Protect(table, Threshold.Inside);
            return shown.Cells.SelectMany(row => row).All(cell => cell.OrNone is null or >= 5)
                && Solver.Widths(table, shown).All(width => width >= 5);
        }));

    [Fact]
    public void Most_tables_of_a_real_size_still_show_most_of_their_cells()
    {
        var random = new Random(7);
        var shown = Enumerable.Range(0, 200).SelectMany(_ =>
        {
            int[][] table = [.. Enumerable.Range(0, 4).Select(_ =>
                Enumerable.Range(0, 4).Select(_ => random.Next(3, 40)).ToArray())];
            return TwoWay.Protect(table, Threshold.Inside).Cells.SelectMany(row => row);
        }).ToArray();
        Assert.InRange(shown.Count(cell => !cell.IsWithheld) / (double)shown.Length, 0.7, 1);
    }

    private static IEnumerable<string> Show(int[] cells, int columns, Threshold threshold)
    {
        var table = TwoWay.Protect([.. cells.Chunk(columns)], threshold);
        return Attack.Text([.. table.Cells.SelectMany(row => row), .. table.Rows.Cells, .. table.Columns.Cells]);
    }

    private static IEnumerable<string> Weak(int[] c) =>
        c.Select(count => count < 5 ? "withheld" : $"{count}").Concat([$"{c[0] + c[1]}", $"{c[0] + c[2]}", $"{c[1] + c[3]}"]);
}
