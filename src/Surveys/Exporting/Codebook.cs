using System.Text;
using EventOps.Contracts;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reporting;
using EventOps.Ui;

namespace EventOps.Surveys.Exporting;

/// <summary>What the open data means, in German and in English: terms, columns, measures, questions and their codes.</summary>
public static class Codebook
{
    private static readonly TextSource T = ExportTexts.Of;

    public static string Write(KnownEvent @event, Report report)
    {
        var book = new StringBuilder();
        foreach (var language in Language.All)
        {
            using (Language.Use(language)) Part(book, @event, report, language);
        }

        return book.ToString();
    }

    private static void Part(StringBuilder book, KnownEvent @event, Report report, Language language)
    {
        Line(book, $"# {Plain(report.Survey.Terms.Title)}", "",
            $"{Plain(@event.Name)}, {Say.In(@event.TimeZone).Date(@event.StartsAt)}", "");
        Line(book, T["open.description"], "", T["open.how", report.Threshold.Least], "");
        Line(book, T["open.answers", Known(report.Answers.OrNone), Known(report.Population)], "");
        Line(book, T["open.licence", DataLicence.NameTheSource.Title, DataLicence.NameTheSource.Path], "");
        Line(book, $"## {T["open.columns"]}", "");
        foreach (var column in OpenFigures.Columns)
            Line(book, $"- `{column.Name}`: {(language == Language.German ? column.De : column.En)}");
        Line(book, "", $"## {T["open.measures"]}", "");
        foreach (var measure in Measures.All) Line(book, $"- `{measure}`: {T[$"measure.{measure}"]}");
        Line(book, "", $"## {T["open.questions"]}", "");
        foreach (var question in report.Questions) Describe(book, question.Question);
    }

    private static void Describe(StringBuilder book, Question question)
    {
        Line(book, $"### {Plain(question.Text)}", "",
            $"`{question.Id}`, {T[$"kind.{question.Kind}"]} (`{Camel.Case(question.Kind)}`)", "");
        foreach (var row in question.Rows) Line(book, $"- {T["row"]} `{row.Code}`: {Plain(row.Text)}");
        if (question.Kind is QuestionKind.Number or QuestionKind.Date || question.IsText) return;
        foreach (var option in AnswerOption.Of(question)) Line(book, $"- `{option.Code}`: {Plain(option.Text)}");
        Line(book, "");
    }

    private static string Known(int? number) => number is { } known ? Say.Number(known) : "–";

    // Words of a questionnaire are one line of text here, whatever they hold.
    private static string Plain(LocalizedText text) => text.ToString().ReplaceLineEndings(" ");

    private static void Line(StringBuilder book, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines) book.Append(line).Append('\n');
    }
}
