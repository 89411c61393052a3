using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.Statistics;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Reporting;

public class LineageTests
{
    private readonly Question _then = Make(QuestionKind.SingleChoice, "Welche Farbe?");

    private Question Now => _then with { Id = Guid.NewGuid() };

    [Theory]
    [InlineData(60, Trend.NoClearChange)]
    [InlineData(80, Trend.ClearlyMore)]
    [InlineData(30, Trend.ClearlyLess)]
    public void A_change_is_told_only_where_its_interval_leaves_zero_out(int red, Trend expected)
    {
        var before = new Responding(_then).Say(55, (_then, Answer.Of(1))).Say(25, (_then, Answer.Of(2)))
            .Say(20, (_then, Answer.Of(3))).Report();
        var now = Now;
        var rest = (100 - red) / 2;
        var report = new Responding(now).Say(red, (now, Answer.Of(1))).Say(100 - red - rest, (now, Answer.Of(2)))
            .Say(rest, (now, Answer.Of(3))).Report();

        var comparison = LineageComparison.Of(report.Of(now), before)!;
        Assert.Equal((0.55, red / 100.0, expected),
            (comparison.Changes[0].Then, comparison.Changes[0].Now, comparison.Changes[0].Difference.Trend));
        Assert.False(comparison.Reworded);
    }

    [Fact]
    public void A_new_question_has_no_comparison_and_a_reworded_one_says_so()
    {
        var before = new Responding(_then).Say(50, (_then, Answer.Of(1))).Say(50, (_then, Answer.Of(2))).Report();
        var (other, reworded) = (Make(QuestionKind.SingleChoice, "Welches Tier?"),
            Now with { Text = new("Lieblingsfarbe?", "Favourite colour?") });
        var report = new Responding(other, reworded).Say(30, (reworded, Answer.Of(1))).Say(30, (other, Answer.Of(1))).Report();

        Assert.Null(LineageComparison.Of(report.Of(other), before));
        Assert.True(LineageComparison.Of(report.Of(reworded), before)!.Reworded);
    }

    [Fact]
    public void A_group_that_was_withheld_then_is_not_compared_now()
    {
        var before = new Responding(_then).Say(40, (_then, Answer.Of(1))).Say(3, (_then, Answer.Of(2))).Report();
        var now = Now;
        var report = new Responding(now).Say(40, (now, Answer.Of(1))).Say(20, (now, Answer.Of(2))).Say(20, (now, Answer.Of(3)))
            .Report();
        Assert.DoesNotContain(LineageComparison.Of(report.Of(now), before)!.Changes, change => change.Line!.Code == 2);
    }
}
