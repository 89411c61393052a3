using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Tests;

/// <summary>Questions as tests need them.</summary>
internal static class Asking
{
    public static Question Make(QuestionKind kind, string text, int page = 1, Need need = Need.Voluntary, Condition? when = null)
    {
        var id = Guid.NewGuid();
        return new(
            id, id, kind, page, new(text, text), LocalizedText.Empty,
            kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice or QuestionKind.Ranking
                ? Choices("rot", "grün", "blau") : [],
            kind == QuestionKind.Matrix ? Choices("Programm", "Ort") : [],
            kind switch
            {
                QuestionKind.Recommend => Scale.Recommending,
                QuestionKind.Rating or QuestionKind.Matrix => new(
                    1, 5, new("schlecht", "bad"), new("gut", "good"), DontKnow: true),
                _ => null,
            },
            need, false, Bounds.None, when);
    }

    public static List<QuestionChoice> Choices(params string[] texts) =>
        [.. texts.Select((text, at) => new QuestionChoice(at + 1, new(text, text)))];

    public static Condition When(Question question, int value, Comparison how = Comparison.Is) =>
        new(false, [new(question.Id, null, how, value, null)]);
}
