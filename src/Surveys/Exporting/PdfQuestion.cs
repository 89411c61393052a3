using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.ReadingTheReport;
using EventOps.Surveys.Reporting;
using EventOps.Ui;
using EventOps.Ui.Pdf;

namespace EventOps.Surveys.Exporting;

/// <summary>One question of the printed report: words, base, table, facts, changes.</summary>
internal static class PdfQuestion
{
    private const int MostThemes = 20, MostQuotes = 30;
    private static readonly TextSource T = ReportTexts.Of;

    public static List<PdfPiece> Pieces(Pen pen, QuestionReport question, Report? before) =>
    [
        PdfPiece.Subheading(pen, question.Question.Text.ToString()),
        PdfPiece.Text(pen, Base(question), soft: true),
        .. question.Answered.IsWithheld ? [PdfPiece.Text(pen, T["withheld.question"])] : Figures(pen, question),
        .. Changes(pen, question, before),
        PdfPiece.Space(7),
    ];

    private static string Base(QuestionReport question) =>
        $"{Said.Base(question)} {T[$"base.{question.Question.Kind}"]}"
        + (question.Percentages is { NeedsRoundingNote: true } ? $" {T["rounded"]}" : "");

    private static IEnumerable<PdfPiece> Figures(Pen pen, QuestionReport question)
    {
        if (question.Promoters?.Score.OrNone is { } score)
        {
            yield return PdfPiece.Text(pen, $"{Said.Signed(score)} {T["nps.range"]}", bold: true);
            yield return PdfPiece.Text(pen, question.ScoreInterval is { } sure
                ? T["nps.interval", Said.Signed((decimal)sure.Low), Said.Signed((decimal)sure.High)] : T["nps.no-interval"]);
        }

        foreach (var table in Table(pen, question)) yield return table;
        if (string.Join("; ", QuestionFacts.Of(question).Select(fact => $"{fact.Name}: {fact.Value}")) is { Length: > 0 } facts)
            yield return PdfPiece.Text(pen, facts);
        if (question.Question.Kind == QuestionKind.Ranking) yield return PdfPiece.Text(pen, T["ranking.how"], soft: true);
        if (question.Themes.Count > 0)
        {
            var themes = question.Themes.Take(MostThemes).Select(theme => $"{theme.Label} ({T.Count("texts", theme.Count)})");
            yield return PdfPiece.Text(pen, $"{T["themes"]}: {string.Join(", ", themes)}");
        }

        foreach (var quote in question.Quotes.Take(MostQuotes)) yield return PdfPiece.Text(pen, T["quote", quote]);
    }

    private static IEnumerable<PdfPiece> Table(Pen pen, QuestionReport question) => question.Question.Kind switch
    {
        QuestionKind.Number or QuestionKind.ShortText or QuestionKind.LongText => [],
        QuestionKind.Matrix => PdfTable.Of(
            pen, [T["row"], T["n"], T["mean"], ExportTexts.Of["pdf.top-two"], T["interval"]],
            [.. question.Lines.Select(line => new PdfRow(
                [
                    line.Text.ToString(), line.Rating is { } rating ? Count(rating.Base) : Withheld,
                    line.Rating is { } mean ? Mean(mean) : Withheld, Share(line), Range(line),
                ], line.Share))]),
        QuestionKind.Ranking => PdfTable.Of(
            pen, [T["item"], ExportTexts.Of["pdf.score"], ExportTexts.Of["pdf.mean-rank"], ExportTexts.Of["pdf.first"],
                T["interval"]],
            [.. question.Lines.OrderByDescending(line => line.Rank?.Score ?? -1).Select(line => new PdfRow(
                [line.Text.ToString(), Said.Number(line.Rank?.Score * 100, 0), Said.Number(line.Rank?.MeanRank), Share(line),
                    Range(line)], line.Share))]),
        _ => PdfTable.Of(
            pen, [T["answer"], T["count"], T["share"], T["interval"]],
            [.. question.Lines.Select(line =>
                new PdfRow([Name(question, line), Count(line.Count), Share(line), Range(line)], line.Share))]),
    };

    private static string Name(QuestionReport question, Line line) =>
        question.Question.Kind == QuestionKind.Recommend ? T[$"nps.{line.Code}"] : line.Text.ToString();

    private static string Withheld => ExportTexts.Of["pdf.withheld"];

    private static string Count(SmallGroups.Shown<int> count) => count.IsWithheld ? Withheld : Said.Count(count);

    private static string Mean(RatingReport rating) => rating.Mean.IsWithheld ? Withheld : Said.Number(rating.Mean);

    private static string Share(Line line) => line.Share is null ? Withheld : Said.Share(line.Share);

    private static string Range(Line line) => line.Share is null ? Said.Withheld : Said.Range(line.Share.Interval);

    private static IEnumerable<PdfPiece> Changes(Pen pen, QuestionReport question, Report? before)
    {
        if (before is null || question.Question.IsText) yield break;
        if (LineageComparison.Of(question, before) is not { } comparison)
        {
            yield return PdfPiece.Text(pen, $"{T["no-comparison"]}. {T["new-question"]}");
            yield break;
        }

        if (comparison.Changes.Count == 0) yield break;
        yield return PdfPiece.Text(pen, T["since", before.Survey.Terms.Title.ToString()], bold: true);
        if (comparison.Reworded) yield return PdfPiece.Text(pen, T["reworded"], soft: true);
        foreach (var change in comparison.Changes)
            yield return PdfPiece.Text(pen, $"{Said.Subject(question, change)}{Said.Trend(change)}. {Said.Numbers(change)}");
    }
}
