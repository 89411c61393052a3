using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.ReadingTheReport;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;
using EventOps.Surveys.Statistics;
using EventOps.Ui;

namespace EventOps.Surveys.Exporting;

/// <summary>All figures of a report, one below the other. Words that people wrote are none of them.</summary>
public static class Figures
{
    private const int Decimals = 6;

    public static IReadOnlyList<FigureRow> Of(Report report) =>
        [.. report.Questions.SelectMany((question, at) =>
            Of(new FigureRow(at + 1, question.Question, null, Measures.Shown), question))];

    private static IEnumerable<FigureRow> Of(FigureRow row, QuestionReport question)
    {
        yield return row with { Count = question.Shown.OrNone };
        yield return row with { Measure = Measures.Answered, Count = question.Answered.OrNone };
        foreach (var figure in Kinds(row, question)) yield return figure;
    }

    private static IEnumerable<FigureRow> Kinds(FigureRow row, QuestionReport question) => question switch
    {
        { Question.Kind: QuestionKind.Matrix } => question.Lines.SelectMany(line => OfRating(
            row with { Row = question.Question.Rows.First(one => one.Code == line.Code) }, line.Rating!, withBase: true)),
        { Rating: { } rating } => OfRating(row, rating, withBase: false),
        { Promoters: { } promoters } =>
        [
            .. question.Lines.Select(line => OfLine(row, line with { Text = Words($"nps.{line.Code}") }, question.Answered)),
            row with
            {
                Measure = Measures.Score, Value = (double?)promoters.Score.OrNone,
                Low = Rounded(question.ScoreInterval?.Low), High = Rounded(question.ScoreInterval?.High),
            },
        ],
        { Numbers: { } numbers } => OfNumbers(row, numbers),
        { Question.Kind: QuestionKind.Ranking } => question.Lines.SelectMany(line => OfRank(row, line, question.Answered)),
        _ => question.Lines.Select(line => OfLine(row, line, question.Answered)),
    };

    private static IEnumerable<FigureRow> OfRating(FigureRow row, RatingReport rating, bool withBase)
    {
        if (withBase) yield return row with { Measure = Measures.Answered, Count = rating.Base.OrNone };
        foreach (var step in rating.Steps) yield return OfLine(row, step, rating.Base);
        yield return row with { Measure = Measures.DontKnow, Count = rating.DontKnow.OrNone };
        yield return OfShare(row with { Measure = Measures.TopTwo }, rating.TopTwo);
        yield return row with
        {
            Measure = Measures.Mean,
            Value = (double?)rating.Mean.OrNone,
            Low = Rounded(rating.All?.MeanInterval?.Low),
            High = Rounded(rating.All?.MeanInterval?.High),
        };
        yield return row with { Measure = Measures.Median, Value = Rounded(rating.All?.Median) };
        yield return row with { Measure = Measures.Deviation, Value = Rounded(rating.All?.Deviation) };
    }

    private static IEnumerable<FigureRow> OfNumbers(FigureRow row, Numbers numbers) =>
    [
        row with { Measure = Measures.Mean, Value = Rounded(numbers.Mean.OrNone) },
        row with { Measure = Measures.Median, Value = Rounded(numbers.Median.OrNone) },
        row with { Measure = Measures.Deviation, Value = Rounded(numbers.Deviation.OrNone) },
        row with { Measure = Measures.LowerQuartile, Value = Rounded(numbers.LowerQuartile.OrNone) },
        row with { Measure = Measures.UpperQuartile, Value = Rounded(numbers.UpperQuartile.OrNone) },
    ];

    private static IEnumerable<FigureRow> OfRank(FigureRow row, Line line, Shown<int> answered) =>
    [
        OfLine(row, line, answered) with { Measure = Measures.First },
        row with { Measure = Measures.MeanRank, Code = line.Code, Answer = line.Text, Value = Rounded(line.Rank?.MeanRank) },
        row with { Measure = Measures.RankScore, Code = line.Code, Answer = line.Text, Value = Rounded(line.Rank?.Score) },
    ];

    private static FigureRow OfLine(FigureRow row, Line line, Shown<int> answered)
    {
        var figure = OfShare(row with { Measure = Measures.Answers, Code = line.Code, Answer = line.Text }, line.Share);
        return figure with { Count = line.Count.OrNone, Base = answered.OrNone };
    }

    private static FigureRow OfShare(FigureRow row, Proportion? share) => row with
    {
        Count = share?.Count,
        Base = share?.Base,
        Share = Rounded(share?.Share),
        Low = Rounded(share?.Interval?.Low),
        High = Rounded(share?.Interval?.High),
    };

    private static LocalizedText Words(string key) =>
        new(ReportTexts.Of.Find(Language.German, key)!, ReportTexts.Of.Find(Language.English, key)!);

    private static double? Rounded(double? number) => number is { } known ? Math.Round(known, Decimals) : null;
}
