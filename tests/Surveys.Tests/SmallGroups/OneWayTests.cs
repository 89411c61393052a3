using EventOps.Surveys.SmallGroups;

namespace EventOps.Surveys.Tests.SmallGroups;

public class OneWayTests
{
    [Fact]
    public void Five_inside_ten_in_open_data_ten_answers_before_any_report()
    {
        Assert.Equal((5, 10, 10), (Threshold.Inside.Least, Threshold.OpenData.Least, Threshold.Report));
        Assert.Equal((false, true), (Threshold.MayReport(9), Threshold.MayReport(10)));
        Assert.True(OneWay.Protect([7, 8, 9], Threshold.Inside).IsComplete);
        Assert.False(OneWay.Protect([7, 18, 19], Threshold.OpenData).IsComplete);
    }

    [Fact]
    public void A_small_cell_takes_the_next_smallest_with_it() =>
        Assert.Equal(["withheld", "20", "withheld", "30"], Shown([3, 20, 12, 30]));

    [Fact]
    public void None_and_few_look_alike() => Assert.Equal(Shown([0, 20, 15, 30]), Shown([3, 20, 12, 30]));

    [Fact]
    public void A_rest_of_eight_for_two_small_cells_would_say_four_each_so_a_third_goes() =>
        Assert.Equal(["withheld", "withheld", "withheld", "30"], Shown([4, 4, 20, 30]));

    [Fact]
    public void A_rest_of_nothing_would_say_none_each() =>
        Assert.True(OneWay.Protect([30, 0, 0, 0, 0], Threshold.Inside).IsWithheld);

    [Fact]
    public void A_base_below_the_threshold_is_withheld_as_well() =>
        Assert.True(OneWay.Protect([2, 2], Threshold.Inside) is { Base.IsWithheld: true, IsWithheld: true });

    [Theory]
    [InlineData(2, 5)]
    [InlineData(3, 5)]
    [InlineData(4, 5)]
    [InlineData(5, 3)]
    [InlineData(3, 10)]
    public void Whoever_tries_all_tables_learns_no_withheld_cell(int cells, int least)
    {
        var most = cells switch { 5 => 19, 4 => 32, _ => 60 };
        for (var persons = least; persons <= most; persons++)
        {
            var threshold = new Threshold(least);
            Assert.Empty(Attack.On(
                Attack.Tables(persons, cells), table => Attack.Text(OneWay.Protect(table, threshold).Cells), width: least));
        }
    }

    [Fact]
    public void The_attack_breaks_a_rule_that_withholds_only_small_cells_or_one_more()
    {
        Assert.NotEmpty(Attack.On(Attack.Tables(30, 3), table => Weak(table, more: 0), width: 1));
        Assert.NotEmpty(Attack.On(Attack.Tables(30, 4), table => Weak(table, more: 1), width: 1));
    }

    [Fact]
    public void Who_did_not_choose_an_option_is_a_group_too() =>
        Assert.Equal(
            ["withheld", "20", "withheld", "25"],
            Attack.Text(Choices.Protect([2, 20, 27, 25], 30, Threshold.Inside).Cells));

    [Fact]
    public void Whoever_tries_all_numbers_learns_no_withheld_option()
    {
        for (var persons = 5; persons <= 40; persons++)
        {
            Assert.Empty(Attack.On(
                Enumerable.Range(0, persons + 1).Select(count => new[] { count }),
                table => Attack.Text(Choices.Protect(table, persons, Threshold.Inside).Cells), width: 5));
        }
    }

    private static IEnumerable<string> Weak(int[] table, int more)
    {
        var hidden = table.Select((count, i) => (count, i)).Where(cell => cell.count < 5).Select(cell => cell.i).ToList();
        if (hidden.Count == 1)
            hidden.AddRange(Enumerable.Range(0, table.Length).Except(hidden).OrderBy(i => table[i]).Take(more));
        return table.Select((count, i) => hidden.Contains(i) ? "withheld" : $"{count}");
    }

    private static IEnumerable<string> Shown(int[] counts) => Attack.Text(OneWay.Protect(counts, Threshold.Inside).Cells);
}
