using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;
using EventOps.Surveys.Statistics;
using EventOps.Ui;

namespace EventOps.Surveys.ReadingTheReport;

/// <summary>How numbers of a report are said, in the language of the request; a withheld one is always the same words.</summary>
public static class Said
{
    private static TextSource T => ReportTexts.Of;

    public static string Withheld => T["withheld"];

    public static string Count(Shown<int> count) => count.OrNone is { } shown ? Say.Number(shown) : Withheld;

    /// <summary>80,4 %; 80.4 %.</summary>
    public static string Share(double share) => Percent(Say.Number((decimal)(share * 100), 1));

    /// <summary>No line ends between a number and its sign.</summary>
    public static string Percent(string number) => $"{number}\u00A0%";

    public static string Share(Proportion? share) => share?.Share is { } shown ? Share(shown) : Withheld;

    /// <summary>73,7 % bis 85,7 %.</summary>
    public static string Range(Interval? interval) =>
        interval is { } known ? T["range", Share(known.Low), Share(known.High)] : "–";

    public static string Number(double? number, int decimals = 1) =>
        number is { } shown ? Say.Number((decimal)shown, decimals) : "–";

    public static string Number(Shown<decimal> number, int decimals = 1) =>
        number.OrNone is { } shown ? Say.Number(shown, decimals) : Withheld;

    public static string Number(Shown<double> number, int decimals = 1) =>
        number.OrNone is { } shown ? Say.Number((decimal)shown, decimals) : Withheld;

    /// <summary>+36; −12.</summary>
    public static string Signed(decimal number, int decimals = 0) =>
        $"{(number < 0 ? "−" : "+")}{Say.Number(Math.Abs(number), decimals)}";

    /// <summary>"168 of 171 answered it": what the shares below are shares of.</summary>
    public static string Base(QuestionReport question) => (question.Answered.OrNone, question.Shown.OrNone) switch
    {
        ({ } answered, { } shown) => T["base", Say.Number(answered), Say.Number(shown)],
        _ => T["base.withheld"],
    };

    /// <summary>Clearly more, clearly less, or no clear change.</summary>
    public static string Trend(Change change) => T[$"trend.{change.Difference.Trend ?? Statistics.Trend.NoClearChange}"];

    /// <summary>What a change is of: a choice or row, or nothing for the question as a whole.</summary>
    public static string Subject(QuestionReport question, Change change) =>
        change.Line is { } line && question.Question.Kind != QuestionKind.Recommend ? $"{line.Text}: " : "";

    /// <summary>Both values and their difference with its range.</summary>
    public static string Numbers(Change change) => T[
        $"change.{change.Unit}", Value(change, change.Then), Value(change, change.Now), Points(change, change.Difference.Value),
        Points(change, change.Difference.Interval?.Low), Points(change, change.Difference.Interval?.High)];

    private static string Value(Change change, double value) => change.Unit switch
    {
        ChangeUnit.Share => Share(value),
        ChangeUnit.Score => Signed((decimal)value),
        _ => Number(value),
    };

    private static string Points(Change change, double? value) =>
        Signed((decimal)((value ?? 0) * (change.Unit == ChangeUnit.Share ? 100 : 1)), 1);
}
