using System.Globalization;
using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>One question as a form: rows of choices, a scale, limits, and when it is asked.</summary>
public static class QuestionForm
{
    public const string Name = "question";
    private const int MostPages = 30;
    private const int LargestNumber = 1_000_000_000;

    private static TextSource T => BuildingTexts.Of;

    public static bool HasChoices(QuestionKind kind) =>
        kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice or QuestionKind.Ranking;

    public static bool HasScale(QuestionKind kind) => kind is QuestionKind.Rating or QuestionKind.Matrix;

    public static TypedForm New(int page) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["page"] = page.ToString(CultureInfo.InvariantCulture),
        ["need"] = nameof(Need.Voluntary),
        ["scale.least"] = "1",
        ["scale.most"] = "5",
    });

    public static TypedForm Standing(Question question)
    {
        var standing = new Dictionary<string, IReadOnlyList<string>>
        {
            ["text.de"] = [question.Text.De],
            ["text.en"] = [question.Text.En],
            ["hint.de"] = [question.Hint.De],
            ["hint.en"] = [question.Hint.En],
            ["page"] = [Text(question.Page)],
            ["need"] = [question.Need.ToString()],
            ["least"] = [Text(question.Bounds.Least)],
            ["most"] = [Text(question.Bounds.Most)],
            ["when.any"] = [question.When is { Any: true } ? "any" : "all"],
        };
        if (question.Other) standing["other"] = ["true"];
        ChoiceRows.Fill(standing, "choice", question.Choices);
        ChoiceRows.Fill(standing, "row", question.Rows);
        ConditionRows.Fill(standing, question.When);
        if (question.Scale is { } scale)
        {
            standing["scale.least"] = [Text(scale.Least)];
            standing["scale.most"] = [Text(scale.Most)];
            standing["low.de"] = [scale.LowEnd.De];
            standing["low.en"] = [scale.LowEnd.En];
            standing["high.de"] = [scale.HighEnd.De];
            standing["high.en"] = [scale.HighEnd.En];
            if (scale.DontKnow) standing["dont-know"] = ["true"];
        }

        return new(Name, field => standing.GetValueOrDefault(field) ?? []);
    }

    public static Question Read(TypedForm form, Guid id, Guid lineage, QuestionKind kind)
    {
        var text = Both(form, "text", Shape.Title * 2);
        if (text.IsEmpty) form.Wrong("text.de", T["text.missing"]);
        var choices = HasChoices(kind) ? ChoiceRows.Read(form, "choice") : [];
        if (HasChoices(kind) && choices.Count < 2) form.Wrong("choice.de", T["choices.missing"]);
        var rows = kind == QuestionKind.Matrix ? ChoiceRows.Read(form, "row") : [];
        if (kind == QuestionKind.Matrix && rows.Count == 0) form.Wrong("row.de", T["rows.missing"]);
        return new(
            id, lineage, kind, form.Number("page", 1, MostPages), text, Both(form, "hint", Shape.Title * 2), choices, rows,
            ScaleOf(form, kind), OneOf.Named<Need>(form["need"]) ?? Need.Voluntary,
            form.Ticked("other") && kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice && form.Ticked("other"),
            BoundsOf(form, kind), ConditionRows.Read(form));
    }

    private static LocalizedText Both(TypedForm form, string field, int most) =>
        new(form.Line($"{field}.de", most), form.Line($"{field}.en", most));

    private static Scale? ScaleOf(TypedForm form, QuestionKind kind)
    {
        if (kind == QuestionKind.Recommend) return Scale.Recommending;
        if (!HasScale(kind)) return null;
        var (least, most) = (form.Number("scale.least", 0, 1), form.Number("scale.most", 2, 10));
        return new(least, most, Both(form, "low", Shape.Name), Both(form, "high", Shape.Name), form.Ticked("dont-know"));
    }

    private static Bounds BoundsOf(TypedForm form, QuestionKind kind)
    {
        var highest = kind switch
        {
            QuestionKind.Number => LargestNumber,
            QuestionKind.MultipleChoice => 50,
            QuestionKind.ShortText or QuestionKind.LongText => Question.MostLettersLong,
            _ => 0,
        };
        if (highest == 0) return Bounds.None;
        var bounds = new Bounds(Limit(form, "least", highest), Limit(form, "most", highest));
        if (bounds.Least > bounds.Most) form.Wrong("most", T["bounds.turned"]);
        return bounds;
    }

    private static int? Limit(TypedForm form, string field, int highest) =>
        form[field].Length == 0 ? null : form.Number(field, 0, highest);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
