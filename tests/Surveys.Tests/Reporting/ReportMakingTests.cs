using System.Text.Json;
using EventOps.Surveys.Exporting;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.SmallGroups;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Reporting;

public class ReportMakingTests
{
    private readonly Question _colour = Make(QuestionKind.SingleChoice, "Welche Farbe?");
    private readonly Question _several = Make(QuestionKind.MultipleChoice, "Welche Farben?");
    private readonly Question _rating = Make(QuestionKind.Rating, "Wie war es?");
    private readonly Question _recommend = Make(QuestionKind.Recommend, "Empfehlen Sie uns?");
    private readonly Question _matrix = Make(QuestionKind.Matrix, "Wie waren …?");
    private readonly Question _ranking = Make(QuestionKind.Ranking, "In welcher Reihenfolge?");
    private readonly Question _number = Make(QuestionKind.Number, "Wie viele Jahre?");
    private readonly Question _date = Make(QuestionKind.Date, "Seit wann?");
    private readonly Question _text = Make(QuestionKind.LongText, "Was noch?");

    [Fact]
    public void One_choice_has_shares_of_who_answered_with_Wilsons_interval()
    {
        // 135 of 168: 80.4 %, from 73.7 % to 85.7 % (Wilson 1927).
        var report = new Responding(_colour).Say(135, (_colour, Answer.Of(1))).Say(23, (_colour, Answer.Of(2)))
            .Say(10, (_colour, Answer.Of(3)))
            .Say(7).Report().Of(_colour);

        Assert.Equal((175, 168), (report.Shown.OrNone, report.Answered.OrNone));
        Assert.Equal([135, 23, 10], report.Counts());
        Assert.Equal([80.4, 13.7, 6.0], report.Lines.Shares());
        Assert.Equal((0.737, 0.857), (Math.Round(report.Lines[0].Share!.Interval!.Value.Low, 3),
            Math.Round(report.Lines[0].Share!.Interval!.Value.High, 3)));
        Assert.True(report.Percentages!.NeedsRoundingNote);
    }

    [Fact]
    public void Shown_answered_and_eligible_are_three_bases()
    {
        var why = Make(QuestionKind.SingleChoice, "Warum rot?", when: When(_colour, 1));
        var report = new Responding(_colour, why)
            .Say(20, (_colour, Answer.Of(1)), (why, Answer.Of(1))).Say(10, (_colour, Answer.Of(1)), (why, Answer.Of(2)))
                .Say(10, (_colour, Answer.Of(1)))
            .Say(20, (_colour, Answer.Of(2))).Report(population: 80);

        Assert.Equal((60, 80, 0.75), (report.Answers.OrNone, report.Population, report.Rate));
        Assert.Equal((40, 30), (report.Of(why).Shown.OrNone, report.Of(why).Answered.OrNone));
    }

    [Fact]
    public void Several_choices_are_shares_of_people_not_of_crosses()
    {
        var report = new Responding(_several).Say(41, (_several, Answer.Chosen([1, 2]))).Say(20, (_several, Answer.Chosen([1])))
            .Say(7, (_several, Answer.Chosen([2]))).Say(12).Report().Of(_several);

        Assert.Equal((80, 68), (report.Shown.OrNone, report.Answered.OrNone));
        Assert.Equal([61, 48, null], report.Counts());
        Assert.Equal([89.7, 70.6, null], report.Lines.Shares());
        Assert.True(report.Percentages!.MayExceedHundred);
    }

    [Fact]
    public void Who_does_not_know_is_in_no_base_of_a_rating()
    {
        var responses = new Responding(_rating).Say(6, (_rating, Answer.Of(Scale.DontKnowValue))).Say(9);
        foreach (var (value, people) in ((int, int)[])[(1, 5), (2, 5), (3, 10), (4, 20), (5, 10)]) responses
            .Say(people, (_rating, Answer.Of(value)));
        var report = responses.Report().Of(_rating);

        // (5 + 10 + 30 + 80 + 50) / 50 = 3.5; the two best: 30 of 50.
        Assert.Equal((65, 50, 6), (report.Shown.OrNone, report.Answered.OrNone, report.Rating!.DontKnow.OrNone));
        Assert.Equal(3.5m, report.Rating.Mean.OrNone);
        Assert.Equal(0.6, report.Rating.TopTwo!.Share);
        Assert.Equal(4, report.Rating.All!.Median);
    }

    [Fact]
    public void Who_leaves_the_recommendation_out_does_not_count()
    {
        var report = new Responding(_recommend).Say(84, (_recommend, Answer.Of(10))).Say(58, (_recommend, Answer.Of(7)))
            .Say(24, (_recommend, Answer.Of(6))).Say(5).Report().Of(_recommend);

        // 100 (84 - 24) / 166 = 36.1; margin 196 sqrt((0.506 + 0.145 - 0.361²) / 166) = 11.
        Assert.Equal((171, 166), (report.Shown.OrNone, report.Answered.OrNone));
        Assert.Equal([84, 58, 24], report.Counts());
        Assert.Equal(36m, report.Promoters!.Score.OrNone);
        Assert.Equal((25.2, 47.1), (Math.Round(report.ScoreInterval!.Value.Low, 1),
            Math.Round(report.ScoreInterval.Value.High, 1)));
    }

    [Fact]
    public void Each_row_of_a_matrix_has_its_own_base()
    {
        var responses = new Responding(_matrix);
        for (var value = 1; value <= 5; value++) responses.Say(8,
            (_matrix, new(new Dictionary<int, int> { [1] = value, [2] = value })));
        var report = responses.Say(5, (_matrix, new(new Dictionary<int, int> { [1] = 5 }))).Say(6).Report().Of(_matrix);

        Assert.Equal((51, 45), (report.Shown.OrNone, report.Answered.OrNone));
        Assert.Equal([45, 40], report.Lines.Select(line => line.Rating!.Base.OrNone));
        Assert.Equal([3.2m, 3.0m], report.Lines.Select(line => line.Rating!.Mean.OrNone));
        Assert.Equal([46.7, 40.0], report.Lines.Shares());
    }

    [Fact]
    public void A_ranking_need_not_be_complete()
    {
        var report = new Responding(_ranking).Say(12, (_ranking, Answer.Ranked([1, 2, 3])))
            .Say(8, (_ranking, Answer.Ranked([2, 1]))).Report().Of(_ranking);

        // First: 12 × 2 points and 8 × 1 of 20 × 2; second: 8 × 2 and 12 × 1.
        Assert.Equal(20, report.Answered.OrNone);
        Assert.Equal([(1.4, 0.8), (1.6, 0.7), (3.0, 0.0)],
            report.Lines.Select(line => line.Rank!.Value).Select(rank => (rank.MeanRank!.Value, rank.Score!.Value)));
        Assert.Equal([60.0, 40.0, null], report.Lines.Shares());
    }

    [Fact]
    public void Numbers_have_no_least_and_no_most_and_days_count_by_month()
    {
        var responses = new Responding(_number, _date);
        for (var value = 1; value <= 20; value++)
            responses.Say(1, (_number, Answer.Of(value)), (_date, Answer.Of(value <= 12 ? 20260301 + value : 20260401 + value)));
        var report = responses.Report();

        Assert.Equal((10.5, 10.5, 5.25, 15.75), (
            report.Of(_number).Numbers!.Mean.OrNone, report.Of(_number).Numbers!.Median.OrNone,
            report.Of(_number).Numbers!.LowerQuartile.OrNone, report.Of(_number).Numbers!.UpperQuartile.OrNone));
        Assert.Equal([("03/2026", 12), ("04/2026", 8)],
            report.Of(_date).Lines.Select(line => (line.Text.De, line.Count.OrNone!.Value)));
    }

    [Fact]
    public void Themes_of_texts_count_texts()
    {
        var report = new Responding(_text).Say(6, (_text, Answer.Words("Mehr Suppe, Suppe!")))
            .Say(5, (_text, Answer.Words("Die Räume"))).Say(4).Report().Of(_text);
        Assert.Equal((15, 11), (report.Shown.OrNone, report.Answered.OrNone));
        Assert.Contains(report.Themes, theme => theme is { Label: "Suppe", Count: 6 });
        Assert.Empty(report.Quotes);
    }

    [Fact]
    public void Under_ten_answers_there_is_no_report()
    {
        var report = new Responding(_colour).Say(9, (_colour, Answer.Of(1))).Report(population: 40);
        Assert.True(report.IsTooSmall);
        Assert.True(report.Answers.IsWithheld);
        Assert.Null(report.Rate);
        Assert.Empty(report.Questions);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(40)]
    public void No_number_is_ever_NaN(int answered)
    {
        // The writer of JSON refuses NaN and infinity.
        var all = new[] { _colour, _several, _rating, _recommend, _matrix, _ranking, _number, _date, _text };
        var responses = new Responding(all).Say(answered,
            (_colour, Answer.Of(1)), (_several, Answer.Chosen([1])), (_rating, Answer.Of(5)), (_recommend, Answer.Of(10)),
            (_matrix, new(new Dictionary<int, int> { [1] = 5 })), (_ranking, Answer.Ranked([1])), (_number, Answer.Of(3)),
            (_date, Answer.Of(20260301)), (_text, Answer.Words("Gut")));
        responses.Say(40 - answered);
        foreach (var threshold in (Threshold[])[Threshold.Inside, Threshold.OpenData])
        {
            foreach (var population in (int?[])[null, 40, 100])
            {
                var report = responses.Report(threshold, population);
                Assert.NotEmpty(JsonSerializer.Serialize(ReportJson.Of(Guid.Empty, report, report), JsonOptions.Usual));
            }
        }
    }

    private static class JsonOptions
    {
        public static readonly JsonSerializerOptions Usual = new(JsonSerializerDefaults.Web);
    }
}
