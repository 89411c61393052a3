using System.Text.Json.Serialization;
using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.Exporting;

/// <summary>
/// A report as JSON. Its shape is stable: fields are only added. A number that is withheld is null, as one that there is none of.
/// </summary>
/// <param name="Id">The survey.</param>
/// <param name="Title">In both languages, as all words are.</param>
/// <param name="Stage">open or closed: figures of an open survey are not final.</param>
/// <param name="Anonymous">Whether nobody can say who answered what.</param>
/// <param name="Population">Whom it was meant for, such as all who were there.</param>
/// <param name="Answers">How many answered.</param>
/// <param name="Rate">Answers by population, from 0 to 1.</param>
/// <param name="SmallestGroup">No number is about fewer people.</param>
/// <param name="TooFew">There are too few answers for a report: it has no questions.</param>
/// <param name="Confidence">Of all ranges from low to high.</param>
/// <param name="Questions">In the order of the questionnaire.</param>
public sealed record ReportJson(
    Guid Id, WordsJson Title, string Stage, bool Anonymous, int? Population, int? Answers, double? Rate, int SmallestGroup,
    bool TooFew, double Confidence, IReadOnlyList<QuestionJson> Questions)
{
    public static ReportJson Of(Guid id, Report report, Report? before)
    {
        var rows = Figures.Of(report).ToLookup(row => row.Question.Id);
        return new(
            id, WordsJson.Of(report.Survey.Terms.Title), Camel.Case(report.Survey.Stage),
            report.Survey.Terms.Mode == SurveyMode.Anonymous, report.Population, report.Answers.OrNone, report.Rate,
            report.Threshold.Least, report.IsTooSmall, Interval.Level,
            [.. report.Questions.Select(question => QuestionJson.Of(question, [.. rows[question.Question.Id]], before))]);
    }
}

/// <summary>Words in both languages; one may be empty.</summary>
public sealed record WordsJson(string De, string En)
{
    public static WordsJson Of(LocalizedText text) => new(text.De, text.En);
}

/// <summary>One question with its figures.</summary>
/// <param name="Id">Of the question.</param>
/// <param name="Lineage">The same in all editions that ask it again.</param>
/// <param name="Kind">Such as singleChoice or rating.</param>
/// <param name="Text">As it was asked.</param>
/// <param name="Figures">Counts, shares and values.</param>
/// <param name="Changes">What has changed since the edition before.</param>
/// <param name="Themes">What texts are about, and how many of them.</param>
/// <param name="Quotes">Texts that were chosen to be shown.</param>
public sealed record QuestionJson(
    Guid Id, Guid Lineage, string Kind, WordsJson Text, IReadOnlyList<FigureJson> Figures, IReadOnlyList<ChangeJson> Changes,
    IReadOnlyList<ThemeJson> Themes, IReadOnlyList<string> Quotes)
{
    public static QuestionJson Of(QuestionReport question, IReadOnlyList<FigureRow> rows, Report? before) => new(
        question.Question.Id, question.Question.Lineage, Camel.Case(question.Question.Kind), WordsJson.Of(question.Question.Text),
        [.. rows.Select(FigureJson.Of)],
        [.. (LineageComparison.Of(question, before)?.Changes ?? []).Select(ChangeJson.Of)],
        [.. question.Themes.Select(theme => new ThemeJson(theme.Label, theme.Count))], question.Quotes);
}

/// <summary>One figure.</summary>
/// <param name="Measure">One of <see cref="Measures"/>.</param>
/// <param name="Row">The code of a matrix row.</param>
/// <param name="Code">The code of a choice, the step of a scale, or the least answer of a group of the net promoter
/// score.</param>
/// <param name="Text">Its words.</param>
/// <param name="Count">People.</param>
/// <param name="Base">What the share is of.</param>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Low">Of the share, or else of the value.</param>
/// <param name="High">Of the same.</param>
/// <param name="Value">What is no share.</param>
public sealed record FigureJson(
    string Measure, int? Row, int? Code, WordsJson? Text, int? Count, int? Base, double? Share, double? Low, double? High,
    double? Value)
{
    public static FigureJson Of(FigureRow row) => new(
        row.Measure, row.Row?.Code, row.Code, row.Answer is { } text ? WordsJson.Of(text) : null, row.Count, row.Base, row.Share,
        row.Low, row.High, row.Value);
}

/// <summary>A figure now and in the edition before.</summary>
/// <param name="Code">The choice or row; null for the question as a whole.</param>
/// <param name="Unit">share, mean or score.</param>
/// <param name="Then">In the edition before.</param>
/// <param name="Now">In this one.</param>
/// <param name="Difference">Now less then.</param>
/// <param name="Low">Of the difference.</param>
/// <param name="High">Of the same.</param>
/// <param name="Trend">clearlyMore, clearlyLess or noClearChange.</param>
public sealed record ChangeJson(
    int? Code, string Unit, double Then, double Now, double? Difference, double? Low, double? High, string Trend)
{
    public static ChangeJson Of(Change change) => new(
        change.Line?.Code, Camel.Case(change.Unit), change.Then, change.Now, change.Difference.Value,
        change.Difference.Interval?.Low, change.Difference.Interval?.High,
        Camel.Case(change.Difference.Trend ?? Statistics.Trend.NoClearChange));
}

/// <summary>A theme and how many texts have it.</summary>
public sealed record ThemeJson(string Label, int Texts);

/// <summary>How words of ours stand in files: SingleChoice is singleChoice.</summary>
internal static class Camel
{
    public static string Case<T>(T word)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}

/// <summary>How reports become JSON: camelCase, every field there.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ReportJson))]
[JsonSerializable(typeof(DataPackage))]
internal sealed partial class ExportJson : JsonSerializerContext;
