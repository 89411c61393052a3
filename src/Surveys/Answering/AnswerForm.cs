using System.Globalization;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Surveys.Answering;

/// <summary>
/// The answers as a form carries them, of all pages at once: what was answered on other pages travels in hidden fields, so that no
/// host has to remember half an answer of anybody.
/// </summary>
public sealed class AnswerForm(Func<string, IReadOnlyList<string>> typed)
{
    /// <summary>A hundred matrices with all the rows that a form can have, and what travels along.</summary>
    public const int MostFields = 8_192;

    public static AnswerForm Empty { get; } = new(_ => []);

    public static AnswerForm Of(IFormCollection form) => new(field => [.. form[field].OfType<string>()]);

    /// <summary>Name of a question's field, or of one part of it.</summary>
    public static string Field(Question question, int? part = null) =>
        part is null or Question.Whole
            ? $"q-{question.Id:N}" : $"q-{question.Id:N}-{part.Value.ToString(CultureInfo.InvariantCulture)}";

    public static string TextField(Question question) => question.IsText ? Field(question) : $"{Field(question)}-text";

    /// <summary>As it was typed, for a field that comes back.</summary>
    public string Typed(string field) => typed(field) is [var first, ..] ? first : "";

    public bool Ticked(string field, int code) => typed(field).Contains(code.ToString(CultureInfo.InvariantCulture));

    /// <summary>All answers that have the shape of one; what has not is left to <see cref="AnswerCheck"/>.</summary>
    public Answers Read(IReadOnlyList<Question> questions)
    {
        var given = new Dictionary<Guid, Answer>();
        foreach (var question in questions)
        {
            if (Read(question) is { } answer) given[question.Id] = answer;
        }

        return new(given);
    }

    /// <summary>The fields that carry a question's answer to the next page.</summary>
    public IEnumerable<(string Name, string Value)> Carried(Question question) =>
        from name in question.Kind switch
        {
            QuestionKind.Statement => [],
            QuestionKind.Matrix or QuestionKind.Ranking => question.Parts.Select(part => Field(question, part)),
            _ => question.Other ? [Field(question), TextField(question)] : (string[])[Field(question)],
        }
        from value in typed(name)
        where value.Length is > 0 and <= Question.MostLettersLong * 2
        select (name, value);

    private Answer? Read(Question question)
    {
        var field = Field(question);
        switch (question.Kind)
        {
            case QuestionKind.SingleChoice:
                return Code(Typed(field)) is { } one && question.Codes.Contains(one)
                    ? Answer.Of(one, one == Question.OtherCode ? Text(question) : null) : null;
            case QuestionKind.MultipleChoice:
                var codes = typed(field).Select(Code).OfType<int>().Where(question.Codes.Contains).Distinct().ToList();
                return codes.Count == 0 ? null : Answer.Chosen(codes, codes.Contains(Question.OtherCode) ? Text(question) : null);
            case QuestionKind.Rating or QuestionKind.Recommend:
                return Code(Typed(field)) is { } value && Fits(question.Scale, value) ? Answer.Of(value) : null;
            case QuestionKind.Number:
                return Code(Typed(field)) is { } number && question.Bounds.Holds(number) ? Answer.Of(number) : null;
            case QuestionKind.Date:
                return Day(Typed(field)) is { } day ? Answer.Of(day) : null;
            case QuestionKind.Matrix:
                return Parts(question, value => Fits(question.Scale, value));
            case QuestionKind.Ranking:
                return Parts(question, rank => rank >= 1 && rank <= question.Choices.Count);
            case QuestionKind.ShortText or QuestionKind.LongText:
                return Text(question) is { Length: > 0 } words ? Answer.Words(words) : null;
            default:
                return null;
        }
    }

    private Answer? Parts(Question question, Func<int, bool> fits)
    {
        var values = new Dictionary<int, int>();
        foreach (var part in question.Parts)
        {
            if (Code(Typed(Field(question, part))) is { } value && fits(value)) values[part] = value;
        }

        return values.Count == 0 ? null : new(values);
    }

    private string? Text(Question question)
    {
        var words = Shape.Tidy(Typed(TextField(question)));
        var most = question.IsText ? question.MostLetters : Question.MostLettersShort;
        return words.Length > 0 && Shape.Fault(words, most, lines: true) is null ? words : null;
    }

    private static bool Fits(Scale? scale, int value) =>
        scale is not null && ((value >= scale.Least && value <= scale.Most) || (scale.DontKnow && value == Scale.DontKnowValue));

    private static int? Code(string text) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) && code > AnswerLayout.Skipped + 1
            ? code : null;

    private static int? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.Year * 10_000 + day.Month * 100 + day.Day : null;
}
