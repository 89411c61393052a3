using System.Globalization;
using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.ExportingQuestionnaires;

/// <summary>What questions, choices and steps are called in files for others, and conditions in their expressions.</summary>
public sealed class ExportNames(IReadOnlyList<Question> questions)
{
    private readonly Dictionary<Guid, int> _places = questions
        .Select((question, at) => (question.Id, at)).ToDictionary(one => one.Id, one => one.at);

    /// <summary>q1, q2 ... in the order of the questionnaire.</summary>
    public string Of(Guid question) => string.Create(CultureInfo.InvariantCulture, $"q{_places[question] + 1}");

    /// <summary>
    /// Looks that have no words there: at kinds of tickets, at ranks, or at any row of a matrix. The question is then asked
    /// always, or oftener.
    /// </summary>
    public static bool IsLost(Check check, IReadOnlyList<Question> questions) =>
        check.QuestionId is not { } id || questions.All(question =>
            question.Id != id || question.Kind == QuestionKind.Ranking
            || (question.Kind == QuestionKind.Matrix && check.Part is null));

    public string SurveyJs(Condition when) => Join(when, check => (Kind(check), check) switch
    {
        (QuestionKind.MultipleChoice, _) =>
            $"{{{Name(check)}}} {(check.Comparison == Comparison.IsNot ? "notcontains" : "contains")} '{Choice(check, "other")}'",
        (QuestionKind.SingleChoice, _) => $"{{{Name(check)}}} {Sign(check, "=")} '{Choice(check, "other")}'",
        (QuestionKind.Matrix, { Part: { } row }) => $"{{{Name(check)}.{Digits(row)}}} {Sign(check, "=")} {Step(check.Value)}",
        _ => $"{{{Name(check)}}} {Sign(check, "=")} {Digits(check.Value)}",
    });

    public string LimeSurvey(Condition when) => Join(when, check => (Kind(check), check) switch
    {
        (QuestionKind.MultipleChoice, { Value: Question.OtherCode }) =>
            $"{Name(check)}_other.NAOK {(check.Comparison == Comparison.IsNot ? "==" : "!=")} \"\"",
        (QuestionKind.MultipleChoice, _) => $"{Name(check)}_{Subquestion(check.Value)}.NAOK {Sign(check, "==")} \"Y\"",
        (QuestionKind.SingleChoice, _) =>
            $"{Name(check)}.NAOK {Sign(check, "==")} \"{(check.Value == Question.OtherCode ? "-oth-" : Answer(check.Value))}\"",
        (QuestionKind.Matrix, { Part: { } row }) =>
            $"{Name(check)}_{Subquestion(row)}.NAOK {Sign(check, "==")} {Step(check.Value)}",
        (QuestionKind.Rating or QuestionKind.Recommend, _) => $"{Name(check)}.NAOK {Sign(check, "==")} {Step(check.Value)}",
        _ => $"{Name(check)}.NAOK {Sign(check, "==")} {Digits(check.Value)}",
    });

    public static string Answer(int code) => $"A{Digits(code)}";

    public static string Subquestion(int code) => string.Create(CultureInfo.InvariantCulture, $"SQ{code:000}");

    /// <summary>The steps of a scale: words at the ends, numbers between.</summary>
    public static IEnumerable<(string Code, LocalizedText Text)> Steps(Scale scale)
    {
        foreach (var value in scale.Values)
        {
            var end = value == scale.Least ? scale.LowEnd : value == scale.Most ? scale.HighEnd : LocalizedText.Empty;
            yield return (Digits(value), new(Or(end.De, value), Or(end.En, value)));
        }

        if (scale.DontKnow) yield return (Importing.Scales.DontKnow, new("weiß nicht", "do not know"));
    }

    private static string Or(string word, int value) => word.Length > 0 ? word : Digits(value);

    private static string Step(int value) =>
        value == Scale.DontKnowValue ? $"\"{Importing.Scales.DontKnow}\"" : $"\"{Digits(value)}\"";

    private static string Choice(Check check, string other) => check.Value == Question.OtherCode ? other : Digits(check.Value);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Sign(Check check, string equal) =>
        check.Comparison switch { Comparison.Is => equal, Comparison.IsNot => "!=", Comparison.AtLeast => ">=", _ => "<=" };

    private string Join(Condition when, Func<Check, string> said)
    {
        var parts = when.Checks.Where(check => !IsLost(check, questions)).Select(said).ToList();
        return string.Join(when.Any ? " or " : " and ", parts);
    }

    private string Name(Check check) => Of(check.QuestionId!.Value);

    private QuestionKind Kind(Check check) => questions[_places[check.QuestionId!.Value]].Kind;
}
