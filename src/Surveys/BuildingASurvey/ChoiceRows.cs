using System.Globalization;
using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>
/// Choices, or rows of a matrix, as rows of a form: German, English, and the code that each keeps whatever its words become. A row that
/// is emptied goes; new ones get the next code.
/// </summary>
public static class ChoiceRows
{
    private const int Most = 50;

    public static void Fill(
        Dictionary<string, IReadOnlyList<string>> standing, string name, IReadOnlyList<QuestionChoice> choices)
    {
        standing[$"{name}.de"] = [.. choices.Select(choice => choice.Text.De)];
        standing[$"{name}.en"] = [.. choices.Select(choice => choice.Text.En)];
        standing[$"{name}.code"] = [.. choices.Select(choice => choice.Code.ToString(CultureInfo.InvariantCulture))];
        standing[$"{name}.alone"] = [.. choices.Select((choice, at) => (choice, at)).Where(row => row.choice.Alone).Select(row => $"{row.at}")];
    }

    public static List<QuestionChoice> Read(TypedForm form, string name)
    {
        var (german, english, codes, alone) = (form.All($"{name}.de"), form.All($"{name}.en"), form.All($"{name}.code"), form.All($"{name}.alone"));
        var shape = new Shape(form.Errors);
        var choices = new List<QuestionChoice>();
        var next = codes.Select(Code).DefaultIfEmpty(0).Max() + 1;
        for (var at = 0; at < Math.Min(german.Count, Most); at++)
        {
            var text = new LocalizedText(
                shape.Line(form.Id($"{name}.de"), german[at], Shape.Title),
                shape.Line(form.Id($"{name}.de"), at < english.Count ? english[at] : "", Shape.Title));
            if (text.IsEmpty) continue;
            var code = at < codes.Count && Code(codes[at]) is > 0 and var known && choices.All(choice => choice.Code != known)
                ? known : next++;
            choices.Add(new(code, text, alone.Contains($"{at}")));
        }

        return choices;
    }

    private static int Code(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code < 1000 ? code : 0;
}
