using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Reporting;

/// <summary>One possible answer, with its words in both languages.</summary>
public sealed record AnswerOption(int Code, LocalizedText Text)
{
    /// <summary>The choices of a question, or the steps of its scale.</summary>
    public static IReadOnlyList<AnswerOption> Of(Question question) => question.Scale is { } scale
        ? [.. scale.Values.Select(value => new AnswerOption(value, Step(scale, value)))]
        : [.. question.Codes.Select(code => new AnswerOption(code, Choice(question, code)))];

    public static LocalizedText Choice(Question question, int code) =>
        question.Choices.FirstOrDefault(choice => choice.Code == code)?.Text ?? ReportWords.Other;

    /// <summary>The step of a scale; its ends have words.</summary>
    public static LocalizedText Step(Scale scale, int value)
    {
        var end = value == scale.Least ? scale.LowEnd : value == scale.Most ? scale.HighEnd : LocalizedText.Empty;
        return new(Step(end.De), Step(end.En));

        string Step(string words) => words.Length == 0 ? $"{value}" : $"{value}: {words}";
    }
}

/// <summary>What everybody chose in one part of one question, as places among its options.</summary>
/// <param name="Question">Of this question.</param>
/// <param name="Part">The choice or row; <see cref="Question.Whole"/> where the answer is one value.</param>
/// <param name="Options">What could be chosen; "do not know" is one of them.</param>
/// <param name="Places">For each person the place of the option; -1 for none.</param>
public sealed record AnswerColumn(Question Question, int Part, IReadOnlyList<AnswerOption> Options, int[] Places)
{
    /// <summary>The columns of a question whose answers can be counted by option; of other kinds there are none.</summary>
    public static IReadOnlyList<AnswerColumn> Of(Questionnaire survey, ResponseTable responses, Question question) =>
        question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Rating or QuestionKind.Recommend =>
                [Make(survey, responses, question, Question.Whole, WithDontKnow(question))],
            QuestionKind.Matrix => [.. question.Rows.Select(row =>
                Make(survey, responses, question, row.Code, WithDontKnow(question)))],
            QuestionKind.MultipleChoice => [.. question.Codes.Select(code => Make(
                survey, responses, question, code, [new(0, LocalizedText.Empty), new(1, AnswerOption.Choice(question, code))]))],
            _ => [],
        };

    private static IReadOnlyList<AnswerOption> WithDontKnow(Question question) => question.Scale is { DontKnow: true }
        ? [.. AnswerOption.Of(question), new(Scale.DontKnowValue, ReportWords.DontKnow)]
        : AnswerOption.Of(question);

    private static AnswerColumn Make(
        Questionnaire survey, ResponseTable responses, Question question, int part, IReadOnlyList<AnswerOption> options)
    {
        var values = responses.Column(survey.Layout, question.Id, part);
        var (least, most) = (options.Select(option => option.Code).DefaultIfEmpty().Min(),
            options.Select(option => option.Code).DefaultIfEmpty().Max());
        var places = new int[most - least + 1];
        Array.Fill(places, -1);
        foreach (var (at, option) in options.Index()) places[option.Code - least] = at;
        var column = new int[values.Length];
        for (var person = 0; person < values.Length; person++)
            column[person] = values[person] >= least && values[person] <= most ? places[values[person] - least] : -1;
        return new(question, part, options, column);
    }
}
