using EventOps.Surveys.SmallGroups;

namespace EventOps.Surveys.Tests.SmallGroups;

public class FilterGuardTests
{
    private const int Least = 5;

    /// <summary>
    /// 500 pairs of filters over 25 populations: what one counts less the other counts, when one is a part of the other.
    /// </summary>
    [Fact]
    public void Five_hundred_pairs_of_queries_single_out_nobody()
    {
        var (tried, learnt) = (0, new List<string>());
        for (var seed = 0; seed < 25; seed++)
        {
            var people = Population.Of(seed);
            var guard = Guard(people);
            learnt.AddRange(people.Differences(20, seed, Answer, ref tried));

            int?[] Answer(Condition[] filter) => guard.Counts(people.Asked, Population.AskedOptions, filter) is { } table
                ? [table.Base.OrNone, .. table.Cells.Select(cell => cell.OrNone)]
                : [.. new int?[Population.AskedOptions + 2]];
        }

        Assert.Equal(500, tried);
        Assert.True(learnt.Count == 0, $"{learnt.Count}: " + string.Join('\n', learnt.Take(8)));
    }

    [Fact]
    public void The_attack_breaks_a_rule_that_looks_at_the_size_of_the_filter_only()
    {
        var (tried, learnt) = (0, new List<string>());
        for (var seed = 0; seed < 25; seed++)
        {
            var people = Population.Of(seed);
            learnt.AddRange(people.Differences(20, seed, Weak, ref tried));

            int?[] Weak(Condition[] filter)
            {
                var counts = people.Counts(filter);
                return [.. counts.Select(count => counts[0] < Least || count < Least ? null : (int?)count)];
            }
        }

        Assert.Equal(500, tried);
        Assert.NotEmpty(learnt);
    }

    [Fact]
    public void What_all_filters_leave_over_is_nobody_alone()
    {
        // 50, 48 and 2: all less the first less the second would be the two.
        int[] answers = [.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 48), .. Enumerable.Repeat(2, 2)];
        var guard = FilterGuard.Of([answers], [3], Threshold.Inside);
        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(option => guard.MayAnswer(new Condition(0, option))));
    }

    [Fact]
    public void Two_filters_that_differ_by_one_person_are_not_both_answered()
    {
        int[] first = [.. Enumerable.Repeat(0, 40), .. Enumerable.Repeat(1, 40)];
        int[] second = [.. Enumerable.Repeat(0, 39), .. Enumerable.Repeat(1, 41)];
        var guard = FilterGuard.Of([first, second], [2, 2], Threshold.Inside);
        Assert.Equal((true, false), (guard.MayAnswer(new Condition(0, 0)), guard.MayAnswer(new Condition(1, 0))));
    }

    [Fact]
    public void A_filter_shows_whole_numbers_and_the_order_of_its_conditions_does_not_matter()
    {
        var people = Population.Of(3, 600);
        var guard = Guard(people);
        var pair = guard.Offered.First(filter => filter.Count == 2).ToArray();
        Assert.True(guard.MayAnswer(pair[1], pair[0]));
        Assert.Equal(people.Counts(pair)[0], guard.Counts(people.Asked, Population.AskedOptions, pair)!.Base.OrNone);
        Assert.Null(guard.Counts(people.Asked, Population.AskedOptions, new Condition(0, 99)));
        Assert.Contains(guard.Counts(people.Asked, Population.AskedOptions, pair[0])!.Cells, cell => !cell.IsWithheld);
    }

    [Fact]
    public void A_large_survey_answers_most_of_its_filters_and_a_small_one_few()
    {
        var (large, small) = (Guard(Population.Of(1, 800)), Guard(Population.Of(1, 60)));
        Assert.InRange(large.Offered.Count, 40, 100);
        Assert.InRange(small.Offered.Count, 3, 25);
        var asked = Population.Of(1, 800).Asked;
        var cells = large.Offered.SelectMany(filter => large.Counts(asked, 4, [.. filter])!.Cells).ToArray();
        var shown = cells.Count(cell => !cell.IsWithheld);
        Assert.True(shown > cells.Length / 3, $"{shown} of {cells.Length}");
    }

    [Fact]
    public void Sums_and_differences_of_three_filters_single_out_nobody()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var people = Population.Of(seed, 120);
            var guard = Guard(people);
            Assert.Empty(people.Triples([.. guard.Offered.Select(filter => filter.ToArray())], Least));
        }
    }

    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    [InlineData(300)]
    public void No_sum_of_all_that_is_shown_with_any_factors_gives_a_small_group(int size)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var people = Population.Of(seed, size);
            var guard = Guard(people);
            Condition[][] filters = [.. guard.Offered.Select(filter => filter.ToArray())];
            var shown = filters.Select(filter => guard.Counts(people.Asked, Population.AskedOptions, filter)!).ToArray();
            for (var cell = 0; cell <= Population.AskedOptions; cell++)
            {
                bool[] isShown = [.. shown.Select(table => !table.Cells[cell].IsWithheld)];
                var learnt = people.Attacked(filters, isShown, cell).Small(Least).ToArray();
                Assert.True(learnt.Length == 0, $"{seed} {cell}: {string.Join(' ', learnt)}");
            }

            Assert.Empty(people.Attacked(filters, [.. shown.Select(_ => true)], null).Small(Least));
        }
    }

    private static FilterGuard Guard(Population people) => FilterGuard.Of(people.Filters, people.Options, Threshold.Inside);
}
