using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reporting;

namespace EventOps.Surveys.ExportingQuestionnaires;

/// <summary>
/// A questionnaire as SurveyJS reads it. What SurveyJS has no word for stands in properties of our own, which it passes over.
/// </summary>
public static class SurveyJsWriting
{
    private static readonly JsonSerializerOptions s_readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(Questionnaire survey)
    {
        var names = new ExportNames(survey.Questions);
        var root = new JsonObject
        {
            ["title"] = Text(survey.Terms.Title),
            ["description"] = Text(survey.Terms.Welcome),
            ["completedHtml"] = Text(Html(survey.Terms.Thanks)),
            ["pages"] = new JsonArray([.. Pages(survey, names)]),
        };
        return JsonSerializer.SerializeToUtf8Bytes(root, s_readable);
    }

    private static IEnumerable<JsonObject> Pages(Questionnaire survey, ExportNames names) =>
        from question in survey.Questions
        group question by question.Page into page
        orderby page.Key
        select new JsonObject
        {
            ["name"] = $"page{page.Key}",
            ["elements"] = new JsonArray([.. page.Select(question => Element(question, names))]),
        };

    private static JsonObject Element(Question question, ExportNames names)
    {
        var element = new JsonObject
        {
            ["type"] = Type(question.Kind),
            ["name"] = names.Of(question.Id),
            ["title"] = Text(question.Text),
            ["eventopsLineage"] = question.Lineage.ToString(),
        };
        if (!question.Hint.IsEmpty) element["description"] = Text(question.Hint);
        if (question.Need == Need.Required) element["isRequired"] = true;
        if (question.Need == Need.Wished) element["eventopsWished"] = true;
        if (question.Other) (element["showOtherItem"], element["otherText"]) = (true, Text(ReportWords.Other));
        if (question.When is { } when && names.SurveyJs(when) is { Length: > 0 } visible) element["visibleIf"] = visible;
        Particulars(question, element);
        return element;
    }

    private static void Particulars(Question question, JsonObject element)
    {
        var (least, most) = (question.Bounds.Least, question.Bounds.Most);
        switch (question.Kind)
        {
            case QuestionKind.Statement:
                element["html"] = Text(Html(question.Text));
                break;
            case QuestionKind.SingleChoice or QuestionKind.MultipleChoice or QuestionKind.Ranking:
                element["choices"] = Items(question.Choices);
                if (question.Kind == QuestionKind.MultipleChoice) Limits("minSelectedChoices", "maxSelectedChoices");
                break;
            case QuestionKind.Rating or QuestionKind.Recommend when question.Scale is { } scale:
                (element["rateMin"], element["rateMax"]) = (scale.Least, scale.Most);
                (element["minRateDescription"], element["maxRateDescription"]) = (Text(scale.LowEnd), Text(scale.HighEnd));
                if (scale.DontKnow) element["eventopsDontKnow"] = true;
                if (question.Kind == QuestionKind.Recommend) element["eventopsKind"] = nameof(QuestionKind.Recommend);
                break;
            case QuestionKind.Matrix when question.Scale is { } scale:
                element["columns"] = new JsonArray([.. ExportNames.Steps(scale).Select(step => Item(step.Code, step.Text))]);
                element["rows"] = Items(question.Rows);
                break;
            case QuestionKind.Number:
                element["inputType"] = "number";
                Limits("min", "max");
                break;
            case QuestionKind.Date:
                element["inputType"] = "date";
                break;
            case QuestionKind.ShortText or QuestionKind.LongText:
                Limits("eventopsLeast", "maxLength");
                break;
        }

        void Limits(string low, string high)
        {
            if (least is { } from) element[low] = from;
            if (most is { } to) element[high] = to;
        }
    }

    private static string Type(QuestionKind kind) => kind switch
    {
        QuestionKind.Statement => "html",
        QuestionKind.SingleChoice => "radiogroup",
        QuestionKind.MultipleChoice => "checkbox",
        QuestionKind.Rating or QuestionKind.Recommend => "rating",
        QuestionKind.Matrix => "matrix",
        QuestionKind.Ranking => "ranking",
        QuestionKind.LongText => "comment",
        _ => "text",
    };

    private static JsonArray Items(IReadOnlyList<QuestionChoice> choices) => new([.. choices.Select(choice =>
    {
        var item = Item(choice.Code.ToString(System.Globalization.CultureInfo.InvariantCulture), choice.Text);
        if (choice.Alone) item["eventopsAlone"] = true;
        return item;
    })]);

    private static JsonObject Item(string value, LocalizedText text) => new() { ["value"] = value, ["text"] = Text(text) };

    private static JsonObject Text(LocalizedText text)
    {
        var said = new JsonObject();
        if (text.De.Length > 0) said["de"] = text.De;
        if (text.En.Length > 0) said["en"] = text.En;
        return said;
    }

    private static LocalizedText Html(LocalizedText text) => new(LimeSurveyTables.Html(text.De), LimeSurveyTables.Html(text.En));
}
