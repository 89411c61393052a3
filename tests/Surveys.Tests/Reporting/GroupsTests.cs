using System.Diagnostics;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;
using EventOps.Surveys.Statistics;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Reporting;

public class GroupsTests
{
    private readonly Question _colour = Make(QuestionKind.SingleChoice, "Welche Farbe?");
    private readonly Question _animal = Make(QuestionKind.SingleChoice, "Welches Tier?");
    private readonly Question _several = Make(QuestionKind.MultipleChoice, "Welche Farben?");

    [Fact]
    public void A_group_has_the_counts_and_shares_of_its_own_members()
    {
        var responses = new Responding(_colour, _several);
        foreach (var colour in (int[])[1, 2, 3])
        {
            responses.Say(20 * colour, (_colour, Answer.Of(colour)), (_several, Answer.Chosen([1])))
                .Say(10 * colour, (_colour, Answer.Of(colour)), (_several, Answer.Chosen([1, 2])))
                .Say(30 * colour, (_colour, Answer.Of(colour)), (_several, Answer.Chosen([3])));
        }

        var groups = Groups.Of(responses.Survey, responses.Table, Threshold.Inside);
        var report = FilteredReport.Of(responses.Survey, responses.Table, groups, [groups.Find($"{_colour.Id}:2")!]);
        var part = report.Questions.Single().Parts.Single();
        Assert.Equal((120, 120), (report.Size.OrNone, part.Answered.OrNone));
        Assert.Equal([60, 20, 60], part.Lines.Select(line => line.Count.OrNone));
        Assert.Equal([50.0, 16.7, 50.0], part.Lines.Shares());
    }

    [Fact]
    public void Two_questions_are_crossed_with_their_bases_and_tested_only_when_complete()
    {
        var responses = new Responding(_colour, _animal)
            .Say(40, (_colour, Answer.Of(1)), (_animal, Answer.Of(1))).Say(20, (_colour, Answer.Of(1)), (_animal, Answer.Of(2)))
            .Say(20, (_colour, Answer.Of(1)), (_animal, Answer.Of(3))).Say(15, (_colour, Answer.Of(2)), (_animal, Answer.Of(1)))
            .Say(45, (_colour, Answer.Of(2)), (_animal, Answer.Of(2))).Say(20, (_colour, Answer.Of(2)), (_animal, Answer.Of(3)))
            .Say(20, (_colour, Answer.Of(3)), (_animal, Answer.Of(1))).Say(25, (_colour, Answer.Of(3)), (_animal, Answer.Of(2)))
            .Say(35, (_colour, Answer.Of(3)), (_animal, Answer.Of(3)));
        var table = Crossed(responses, _colour).Tables.Single();
        Assert.Equal([80, 80, 80], table.Rows.Select(row => row.Base.OrNone));
        Assert.Equal([40, 20, 20], table.Rows[0].Cells.Select(cell => cell.OrNone));
        Assert.Equal(Association.ClearDifference, table.Association);
        // By the other question it is the same table, turned.
        Assert.Equal([40, 15, 20], Crossed(responses, _animal).Tables.Single().Rows[0].Cells.Select(cell => cell.OrNone));

        responses.Say(2, (_colour, Answer.Of(1)));
        Assert.Equal(Association.TooFew, Crossed(new Responding(_colour, _animal)
            .Say(30, (_colour, Answer.Of(1)), (_animal, Answer.Of(1))).Say(30, (_colour, Answer.Of(2)), (_animal, Answer.Of(2)))
            .Say(2, (_colour, Answer.Of(3)), (_animal, Answer.Of(2))), _colour).Tables.Single().Association);
    }

    [Fact]
    public void A_table_by_a_question_without_groups_is_protected_with_a_row_for_no_answer()
    {
        // Thirty choices are too many to make groups of in a survey of this size.
        var many = _colour with { Choices = Choices([.. Enumerable.Range(1, 40).Select(at => $"{at}")]) };
        var other = _animal with { Choices = Choices([.. Enumerable.Range(1, 40).Select(at => $"{at}")]) };
        var responses = new Responding(many, other);
        for (var person = 0; person < 4000; person++)
            responses.Say(1, (many, Answer.Of(1 + person % 40)), (other, Answer.Of(1 + person * 7 % 40)));
        responses.Say(30, (other, Answer.Of(1)));
        var groups = Groups.Of(responses.Survey, responses.Table, Threshold.Inside);
        var table = CrossTabulation.Of(responses.Survey, responses.Table, groups, many, Threshold.Inside).Tables.Single();
        Assert.All(table.Rows.SelectMany(row => row.Cells), cell => Assert.True(cell.IsWithheld || cell.OrNone >= 5));
        if (!groups.Has(many) && !groups.Has(other)) Assert.NotNull(table.NoAnswer);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    [InlineData(3_000)]
    public void However_many_questions_there_are_a_group_is_found_in_a_second_or_two(int people)
    {
        var questions = Enumerable.Range(0, 12).Select(at =>
            Make(at % 2 == 0 ? QuestionKind.SingleChoice : QuestionKind.Rating, $"Frage {at}")).ToList();
        var (responses, random) = (new Responding(questions), new Random(people));
        for (var person = 0; person < people; person++)
            responses.Say(1, [.. questions.Where(_ => random.Next(20) > 0)
                .Select(question => (question, Answer.Of(1 + random.Next(question.Scale is null ? 3 : 5))))]);
        var clock = Stopwatch.StartNew();
        var groups = Groups.Of(responses.Survey, responses.Table, Threshold.Inside);
        Assert.InRange(groups.Columns.Count, 2, Groups.MostQuestions);
        var pair = groups.Singles.SelectMany(first => groups.Beside(first).Select(second => (first, second))).ToList();
        if (pair.Count > 0) FilteredReport.Of(responses.Survey, responses.Table, groups, [pair[^1].first, pair[^1].second]);
        CrossTabulation.Of(responses.Survey, responses.Table, groups, questions[0], Threshold.Inside);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    private static CrossTabulation Crossed(Responding responses, Question by) => CrossTabulation.Of(
        responses.Survey, responses.Table, Groups.Of(responses.Survey, responses.Table, Threshold.Inside), by, Threshold.Inside);
}
