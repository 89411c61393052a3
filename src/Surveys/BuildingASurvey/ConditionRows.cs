using System.Globalization;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>
/// When a question is asked, as rows of a form: an earlier answer or a kind of ticket, chosen from one list, and how it is looked at.
/// </summary>
public static class ConditionRows
{
    /// <summary>Rows that the form offers.</summary>
    public const int Count = 3;

    public static void Fill(Dictionary<string, IReadOnlyList<string>> standing, Condition? when)
    {
        standing["when.answer"] = [.. (when?.Checks ?? []).Select(Value)];
        standing["when.how"] = [.. (when?.Checks ?? []).Select(check => check.Comparison.ToString())];
    }

    public static Condition? Read(TypedForm form)
    {
        var how = form.All("when.how");
        List<Check> checks = [.. form.All("when.answer").Take(Count)
            .Select((typed, at) => Check(typed, at < how.Count && Enum.TryParse<Comparison>(how[at], out var comparison) ? comparison : Comparison.Is))
            .OfType<Check>()];
        return checks.Count == 0 ? null : new(form["when.any"] == "any", checks);
    }

    /// <summary>What can be looked at: every answer with codes of the questions before, and every kind of ticket.</summary>
    public static IReadOnlyList<Option> Options(IEnumerable<Question> earlier, IReadOnlyList<Contracts.EventPart> ticketTypes)
    {
        List<Option> options = [new("", BuildingTexts.Of["when.always"])];
        foreach (var question in earlier)
        {
            foreach (var (part, value, words) in AnswersTo(question))
                options.Add(new(Value(new(question.Id, part, Comparison.Is, value, null)), $"{question.Text}: {words}"));
        }

        options.AddRange(ticketTypes.Select(type => new Option(
            Value(new(null, null, Comparison.Is, 0, type.Id)), BuildingTexts.Of["when.ticket", new Contracts.LocalizedText(type.NameDe, type.NameEn).ToString()])));
        return options;
    }

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
