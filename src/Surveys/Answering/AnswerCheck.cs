using EventOps.Surveys.Questionnaires;
using EventOps.Ui;

namespace EventOps.Surveys.Answering;

/// <summary>What has to be looked at again before the next page: one sentence per question.</summary>
public static class AnswerCheck
{
    private static TextSource T => AnsweringTexts.Of;

    /// <param name="page">The questions of the page that are asked.</param>
    /// <param name="form">As it was typed.</param>
    /// <param name="answers">What of it was understood.</param>
    /// <param name="remindedOf">Wished answers that were asked for a second time already.</param>
    public static FormErrors Of(IEnumerable<Question> page, AnswerForm form, Answers answers, IReadOnlySet<Guid> remindedOf)
    {
        var errors = new FormErrors();
        foreach (var question in page)
        {
            if (Fault(question, form, answers.Of(question.Id)) is { } sentence) errors.Add(Anchor(question), sentence);
            else if (answers.Of(question.Id) is null && question.Need == Need.Required) errors.Add(Anchor(question), T["missing"]);
            else if (answers.Of(question.Id) is null && question.Need == Need.Wished && !remindedOf.Contains(question.Id))
                errors.Add(Anchor(question), T["wished"]);
        }

        return errors;
    }

    /// <summary>The id of the first field of a question: where the link of its error leads.</summary>
    public static string Anchor(Question question) => question.Kind switch
    {
        QuestionKind.Matrix when question.Rows is [var first, ..] => AnswerForm.Field(question, first.Code),
        QuestionKind.Ranking when question.Choices is [var first, ..] => AnswerForm.Field(question, first.Code),
        _ => AnswerForm.Field(question),
    };

    private static string? Fault(Question question, AnswerForm form, Answer? answer)
    {
        var typed = form.Typed(AnswerForm.Field(question)).Trim();
        switch (question.Kind)
        {
            case QuestionKind.Number when typed.Length > 0 && answer is null:
                return question.Bounds is { Least: { } least, Most: { } most }
                    ? Shape.Sentence("shape.number", Say.Number(least), Say.Number(most)) : T["number"];
            case QuestionKind.Date when typed.Length > 0 && answer is null:
                return T["date"];
            case QuestionKind.ShortText or QuestionKind.LongText when typed.Length > 0 && answer is null:
                return Words(typed, question.MostLetters);
            case QuestionKind.MultipleChoice when answer is not null:
                return Choices(question, answer) ?? Other(question, form, answer);
            case QuestionKind.SingleChoice when answer is not null:
                return Other(question, form, answer);
            case QuestionKind.Ranking when answer is not null && answer.Values.Values.Distinct().Count() < answer.Values.Count:
                return T["ranking.twice"];
            case QuestionKind.Matrix when question.Need == Need.Required && answer is not null && answer.Values.Count < question.Rows.Count:
                return T["matrix.rows"];
            default:
                return null;
        }
    }

    private static string? Choices(Question question, Answer answer)
    {
        var count = answer.Values.Count;
        if (count > 1
            && question.Choices.FirstOrDefault(choice => choice.Alone && answer.Values.ContainsKey(choice.Code)) is { } alone)
            return T["alone", alone.Text.ToString()];
        if (question.Bounds.Least is { } least && count < least) return T.Count("choose.least", least);
        return question.Bounds.Most is { } most && count > most ? T.Count("choose.most", most) : null;
    }

    private static string? Other(Question question, AnswerForm form, Answer answer)
    {
        if (answer.Text is not null || !answer.Holds(null, code => code == Question.OtherCode)) return null;
        var typed = form.Typed(AnswerForm.TextField(question)).Trim();
        return typed.Length == 0 ? null : Words(typed, Question.MostLettersShort);
    }

    private static string Words(string typed, int most) =>
        Shape.Sentence(Shape.Fault(Shape.Tidy(typed), most, lines: true) ?? "shape.long", Say.Number(most));
}
