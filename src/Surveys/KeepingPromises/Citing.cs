using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.ReadingTheReport;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.Statistics;
using EventOps.Ui;

namespace EventOps.Surveys.KeepingPromises;

/// <summary>One figure of a report as a sentence of its own: with base and interval, in both languages.</summary>
/// <param name="Line">Choice or row; null for the question as a whole.</param>
/// <param name="Words">The sentence.</param>
public sealed record Citable(int? Line, LocalizedText Words);

/// <summary>What of a question can be cited: whatever its public report shows, nothing that it withholds.</summary>
public static class Citing
{
    private static TextSource T => PromiseTexts.Of;

    public static IReadOnlyList<Citable> Of(QuestionReport question)
    {
        var (german, english) = (In(Language.German, question), In(Language.English, question));
        return [.. german.Zip(english, (de, en) => new Citable(de.Line, new(de.Words, en.Words)))];
    }

    private static List<(int? Line, string Words)> In(Language language, QuestionReport question)
    {
        using var speaking = Language.Use(language);
        return [.. Sentences(question)];
    }

    private static IEnumerable<(int? Line, string Words)> Sentences(QuestionReport question) => question.Question.Kind switch
    {
        QuestionKind.Rating => Rated(question),
        QuestionKind.Recommend => Recommended(question),
        QuestionKind.Matrix =>
            question.Lines.SelectMany(line => Share("cite.row", line.Code, line.Text.ToString(), line.Rating?.TopTwo)),
        QuestionKind.Ranking =>
            question.Lines.SelectMany(line => Share("cite.first", line.Code, line.Text.ToString(), line.Share)),
        QuestionKind.Number => question.Numbers is { Mean.OrNone: { } mean, Base.OrNone: { } n }
            ? [(null, T["cite.number", Said.Number(mean), Say.Number(n)])] : [],
        QuestionKind.ShortText or QuestionKind.LongText => Written(question),
        _ => question.Lines.SelectMany(line => Share("cite.line", line.Code, line.Text.ToString(), line.Share)),
    };

    private static IEnumerable<(int? Line, string Words)> Rated(QuestionReport question)
    {
        foreach (var sentence in Share("cite.top-two", null, "", question.Rating?.TopTwo)) yield return sentence;
        if (question.Rating is { Mean.OrNone: { } mean, Base.OrNone: { } n } && question.Question.Scale is { } scale)
        {
            yield return (null, question.Rating.All?.MeanInterval is { } sure
                ? T["cite.mean", Say.Number(mean, 1), scale.Least, scale.Most, Say.Number(n), Said.Number(sure.Low),
                    Said.Number(sure.High)]
                : T["cite.mean-alone", Say.Number(mean, 1), scale.Least, scale.Most, Say.Number(n)]);
        }
    }

    private static IEnumerable<(int? Line, string Words)> Recommended(QuestionReport question)
    {
        if (question is not { Promoters.Score.OrNone: { } score, Answered.OrNone: { } n }) yield break;
        yield return (null, question.ScoreInterval is { } sure
            ? T["cite.score", Said.Signed(score), Say.Number(n), Said.Signed((decimal)sure.Low), Said.Signed((decimal)sure.High)]
            : T["cite.score-alone", Said.Signed(score), Say.Number(n)]);
    }

    private static IEnumerable<(int? Line, string Words)> Written(QuestionReport question) =>
        question.Answered.OrNone is not { } n ? [] : question.Themes.Where(theme => theme.Count <= n).Take(20)
            .SelectMany(theme => Share("cite.theme", null, theme.Label, Proportion.Of(theme.Count, n)));

    private static IEnumerable<(int? Line, string Words)> Share(string key, int? line, string what, Proportion? share)
    {
        if (share is { Share: { } value, Interval: { } sure })
            yield return (line, T[key, what, Said.Share(value), Say.Number(share.Count), Say.Number(share.Base),
                Said.Share(sure.Low), Said.Share(sure.High)]);
    }
}
