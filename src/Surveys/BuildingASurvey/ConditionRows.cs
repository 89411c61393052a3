using System.Globalization;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>
/// When a question is asked, as rows of a form: an earlier answer or a kind of ticket, chosen from one list, and how it is looked at.
/// </summary>
public static class ConditionRows
{
    private const int Usual = 3;
    private const int Most = 50;

    /// <summary>Rows that the form offers: a questionnaire from elsewhere may have brought more.</summary>
    public static int CountFor(Condition? standing) => Math.Max(Usual, standing?.Checks.Count ?? 0);

    public static void Fill(Dictionary<string, IReadOnlyList<string>> standing, Condition? when)
    {
        standing["when.answer"] = [.. (when?.Checks ?? []).Select(Value)];
        standing["when.how"] = [.. (when?.Checks ?? []).Select(check => check.Comparison.ToString())];
    }

    public static Condition? Read(TypedForm form)
    {
        var how = form.All("when.how");
        List<Check> checks = [.. form.All("when.answer").Take(Most)
            .Select((typed, at) => Check(typed, at < how.Count && OneOf.Named<Comparison>(how[at]) is { } comparison ? comparison : Comparison.Is))
            .OfType<Check>()];
        return checks.Count == 0 ? null : new(form["when.any"] == "any", checks);
    }

    /// <summary>
    /// What can be looked at: every answer with codes of the questions before, every kind of ticket, and whatever the condition looks
    /// at already.
    /// </summary>
    public static IReadOnlyList<Option> Options(
        IReadOnlyList<Question> earlier, IReadOnlyList<Contracts.EventPart> ticketTypes, Condition? standing)
    {
        List<Option> options = [new("", BuildingTexts.Of["when.always"])];
        foreach (var question in earlier)
        {
            foreach (var (part, value, words) in AnswersTo(question))
                options.Add(new(Value(new(question.Id, part, Comparison.Is, value, null)), $"{question.Text}: {words}"));
        }

        options.AddRange(ticketTypes.Select(type => new Option(
            Value(new(null, null, Comparison.Is, 0, type.Id)),
            BuildingTexts.Of["when.ticket", new Contracts.LocalizedText(type.NameDe, type.NameEn).ToString()])));
        foreach (var check in (standing?.Checks ?? []).Where(check => options.All(option => option.Value != Value(check))))
            options.Add(new(Value(check), Words(check, earlier)));
        return options;
    }

    private static string Words(Check check, IReadOnlyList<Question> earlier) =>
        earlier.FirstOrDefault(question => question.Id == check.QuestionId) is not { } question ? BuildingTexts.Of["when.gone"]
        : $"{question.Text}: {question.Rows.FirstOrDefault(row => row.Code == check.Part)?.Text} {Say.Number(check.Value)}";

    private static IEnumerable<(int? Part, int Value, string Words)> AnswersTo(Question question) => question.Kind switch
    {
        QuestionKind.SingleChoice or QuestionKind.MultipleChoice =>
            question.Choices.Select(choice => ((int?)null, choice.Code, choice.Text.ToString())),
        QuestionKind.Rating or QuestionKind.Recommend when question.Scale is { } scale =>
            scale.Values.Select(value => ((int?)null, value, Say.Number(value))),
        QuestionKind.Matrix when question.Scale is { } scale =>
            from row in question.Rows from value in scale.Values select ((int?)row.Code, value, $"{row.Text}: {Say.Number(value)}"),
        _ => [],
    };

    private static string Value(Check check) => check.TicketTypeId is { } type ? $"t:{type}"
        : string.Create(CultureInfo.InvariantCulture, $"q:{check.QuestionId}:{check.Part}:{check.Value}");

    private static Check? Check(string typed, Comparison comparison) => typed.Split(':') switch
    {
        ["t", var type] when Guid.TryParse(type, out var id) => new(null, null, comparison, 0, id),
        ["q", var question, var part, var value] when Guid.TryParse(question, out var id)
            && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) =>
            new(id, int.TryParse(part, CultureInfo.InvariantCulture, out var row) ? row : null, comparison, code, null),
        _ => null,
    };
}
