using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;

namespace EventOps.Surveys.Polling;

/// <summary>The question of a poll as a form that is filled in a minute: choices one a line.</summary>
public static class PollForm
{
    public const string Name = "poll";
    private const int MostChoices = 12;
    private const int MostSteps = 10;

    private static TextSource T => PollTexts.Of;

    public static TypedForm New() => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["kind"] = nameof(QuestionKind.SingleChoice),
        ["steps"] = "5",
    });

    public static TypedForm Standing(Question question) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["kind"] = question.Kind.ToString(),
        ["text.de"] = question.Text.De,
        ["text.en"] = question.Text.En,
        ["choices.de"] = string.Join('\n', question.Choices.Select(choice => choice.Text.De)),
        ["choices.en"] = string.Join('\n', question.Choices.Select(choice => choice.Text.En)),
        ["steps"] = (question.Scale?.Most ?? 5).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["low.de"] = question.Scale?.LowEnd.De ?? "",
        ["low.en"] = question.Scale?.LowEnd.En ?? "",
        ["high.de"] = question.Scale?.HighEnd.De ?? "",
        ["high.en"] = question.Scale?.HighEnd.En ?? "",
    });

    public static Question Read(TypedForm form, Guid id)
    {
        var kind = form["kind"] switch
        {
            nameof(QuestionKind.MultipleChoice) => QuestionKind.MultipleChoice,
            nameof(QuestionKind.Rating) => QuestionKind.Rating,
            _ => QuestionKind.SingleChoice,
        };
        var text = Both(form, "text", Shape.Title);
        if (text.IsEmpty) form.Wrong("text.de", T["text.missing"]);
        return new(
            id, id, kind, 1, text, LocalizedText.Empty, kind == QuestionKind.Rating ? [] : Choices(form), [],
            kind == QuestionKind.Rating
                ? new(1, form.Number("steps", 2, MostSteps), Both(form, "low", Shape.Name), Both(form, "high", Shape.Name))
                : null,
            Need.Required, false, Bounds.None, null);
    }

    private static List<QuestionChoice> Choices(TypedForm form)
    {
        var (german, english) = (Lines(form, "choices.de"), Lines(form, "choices.en"));
        var count = Math.Max(german.Count, english.Count);
        if (count < 2) form.Wrong("choices.de", T["choices.missing"]);
        if (count > MostChoices) form.Wrong("choices.de", T["choices.many", MostChoices]);
        if (german.Count > 0 && english.Count > 0 && german.Count != english.Count) form.Wrong("choices.en", T["choices.uneven"]);
        return [.. Enumerable.Range(0, count).Select(at => new QuestionChoice(
            at + 1, new(german.ElementAtOrDefault(at) ?? "", english.ElementAtOrDefault(at) ?? "")))];
    }

    private static List<string> Lines(TypedForm form, string field)
    {
        var lines = form.Text(field, Shape.Paragraphs)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (lines.Exists(line => line.Length > Shape.Name))
            form.Wrong(field, Shape.Sentence("shape.long", Say.Number(Shape.Name)));
        return lines;
    }

    private static LocalizedText Both(TypedForm form, string field, int most) =>
        new(form.Line($"{field}.de", most), form.Line($"{field}.en", most));
}
