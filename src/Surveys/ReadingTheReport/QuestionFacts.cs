using EventOps.Surveys.Reporting;
using EventOps.Ui;

namespace EventOps.Surveys.ReadingTheReport;

/// <summary>What is said of a question beside its table: mean, median, spread, score.</summary>
public static class QuestionFacts
{
    private static readonly TextSource T = ReportTexts.Of;

    public static IEnumerable<(string Name, string Value)> Of(QuestionReport question) => question switch
    {
        { Rating: { } rating } => OfRating(rating),
        { Numbers: { } numbers } =>
        [
            (T["mean"], Said.Number(numbers.Mean)), (T["median"], Said.Number(numbers.Median)),
            (T["deviation"], Said.Number(numbers.Deviation, 2)),
            (T["quartiles"], $"{Said.Number(numbers.LowerQuartile)} – {Said.Number(numbers.UpperQuartile)}"),
        ],
        _ => [],
    };

    private static IEnumerable<(string, string)> OfRating(RatingReport rating)
    {
        yield return (T["mean"], Said.Number(rating.Mean));
        if (rating.All is { } all)
        {
            yield return (T["mean.interval"],
                all.MeanInterval is { } sure ? T["range", Said.Number(sure.Low), Said.Number(sure.High)] : "–");
            yield return (T["median"], Said.Number(all.Median));
            yield return (T["deviation"], Said.Number(all.Deviation, 2));
        }

        if (rating.TopTwo is { } top) yield return (T["top-two"], $"{Said.Share(top)} ({Said.Range(top.Interval)})");
        if (!rating.DontKnow.IsWithheld) yield return (T["dont-know"], Said.Count(rating.DontKnow));
    }
}
