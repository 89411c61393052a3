using EventOps.Contracts;
using EventOps.Support;
using EventOps.Surveys.Importing;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Tests.Importing;

public class SampleFilesTests
{
    [Fact]
    public void A_LimeSurvey_file_is_taken_over_group_by_group()
    {
        var survey = Read("after-the-day.lss");
        Assert.Equal(
            ("Nach dem Tag", "Hallo!\nSchön, dass du da bist.", "Danke"), (survey.Title.De, survey.Welcome.De, survey.Thanks.De));
        Assert.Equal(
            [
                (QuestionKind.SingleChoice, 1), (QuestionKind.MultipleChoice, 1), (QuestionKind.Number, 1),
                (QuestionKind.Statement, 2), (QuestionKind.Matrix, 2), (QuestionKind.LongText, 2), (QuestionKind.SingleChoice, 2),
            ],
            survey.Questions.Select(question => (question.Kind, question.Page)));
        var (way, good, minutes, rows) = (survey.Questions[0], survey.Questions[1], survey.Questions[2], survey.Questions[4]);
        Assert.Equal(new("Wie bist du gekommen?", "How did you get here?"), way.Text);
        Assert.Equal(
            [(1, "mit der Bahn", "by train"), (2, "zu Fuß", "")],
            way.Choices.Select(choice => (choice.Code, choice.Text.De, choice.Text.En)));
        Assert.Equal((Need.Required, true), (way.Need, way.Other));
        Assert.Equal((Need.Wished, true, 2), (good.Need, good.Other, good.Bounds.Most));
        Assert.Equal([false, true], good.Choices.Select(choice => choice.Alone));
        Assert.Equal([(way.Id, Comparison.IsNot, 2), (way.Id, Comparison.Is, 1)], Looks(good));
        Assert.Equal([(good.Id, Comparison.Is, 2)], Looks(minutes));
        Assert.Equal([(way.Id, Comparison.Is, 2)], Looks(rows));
        Assert.Equal(
            (1, 3, "schlecht", "gut"), (rows.Scale!.Least, rows.Scale.Most, rows.Scale.LowEnd.De, rows.Scale.HighEnd.De));
        Assert.Equal(
            [WhyNot.Language, WhyNot.Placeholder, WhyNot.WholeNumbers, WhyNot.Steps, WhyNot.Condition, WhyNot.Kind],
            survey.NotTaken.Select(one => one.Why));
    }

    [Fact]
    public void A_LimeSurvey_file_from_before_version_350_says_the_same_in_rows_of_one_language()
    {
        var survey = Read("before-350.lss");
        Assert.Equal(new("Alt", "Old"), survey.Title);
        var (rows, order) = (survey.Questions[0], survey.Questions[1]);
        Assert.Equal((QuestionKind.Matrix, 1, 5), (rows.Kind, rows.Scale!.Least, rows.Scale.Most));
        Assert.Equal([new LocalizedText("Ort", "Place"), new LocalizedText("Zeit", "")], rows.Rows.Select(row => row.Text));
        Assert.Equal(new("How was it?", "Wie war es?"), new LocalizedText(rows.Text.En, rows.Text.De));
        Assert.Equal(
            [new LocalizedText("eins", "one"), new LocalizedText("zwei", "two")], order.Choices.Select(choice => choice.Text));
        Assert.True(order.When!.Any);
        Assert.Equal([(rows.Id, Comparison.AtLeast, 4), (rows.Id, Comparison.AtLeast, 4)], Looks(order));
        Assert.Equal([1, 2], order.When.Checks.Select(check => check.Part));
        Assert.Empty(survey.NotTaken);
    }

    [Fact]
    public void A_SurveyJS_file_is_taken_over_page_by_page_and_panels_fall_flat()
    {
        var survey = Read("after-the-day.json");
        Assert.Equal(new("Nach dem Tag", "After the day"), survey.Title);
        var (way, late, good, rows) = (survey.Questions[0], survey.Questions[1], survey.Questions[2], survey.Questions[3]);
        Assert.Equal((Need.Required, true), (way.Need, way.Other));
        Assert.Equal(
            [(1, "by train", "mit der Bahn"), (2, "on foot", "on foot")],
            way.Choices.Select(choice => (choice.Code, choice.Text.En, choice.Text.De)));
        Assert.Equal((1, 10, "not at all"), (late.Scale!.Least, late.Scale.Most, late.Scale.LowEnd.En));
        Assert.Equal([(way.Id, Comparison.Is, 1), (way.Id, Comparison.IsNot, 2)], Looks(late));
        Assert.Null(good.When);
        Assert.Equal([false, false, true], good.Choices.Select(choice => choice.Alone));
        var more = survey.Questions[4];
        Assert.Equal((2, QuestionKind.LongText), (more.Page, more.Kind));
        Assert.Equal([(good.Id, Comparison.Is, 1), (rows.Id, Comparison.AtMost, 2)], Looks(more));
        Assert.Equal("<img src=x onerror=alert(1)> What else?", more.Text.En);
        Assert.Equal("Thanks", survey.Questions[7].Text.En);
        Assert.Equal([WhyNot.Condition, WhyNot.Kind, WhyNot.Language], survey.NotTaken.Select(one => one.Why));
    }

    internal static byte[] Sample(string name) =>
        File.ReadAllBytes(Path.Combine(Golden.Repository, "tests", "Surveys.Tests", "Importing", "Samples", name));

    private static ImportedSurvey Read(string name) => QuestionnaireFile.Read(Sample(name)).Survey!;

    private static IEnumerable<(Guid, Comparison, int)> Looks(Question question) =>
        question.When!.Checks.Select(check => (check.QuestionId!.Value, check.Comparison, check.Value));
}
