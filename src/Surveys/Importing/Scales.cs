using System.Globalization;
using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;

namespace EventOps.Surveys.Importing;

/// <summary>Finds the scale that a row of answers is: numbered as in the file where that fits, else from 1.</summary>
internal static class Scales
{
    /// <summary>The code of "do not know" in files of ours.</summary>
    public const string DontKnow = "DK";

    private const int MostSteps = 10;

    /// <summary>Null where the answers are too few or too many for a scale.</summary>
    public static (Scale Scale, Dictionary<string, int> Values)? Of(
        IReadOnlyList<(string Code, LocalizedText Text)> answers, Drafting draft, LocalizedText of)
    {
        var steps = answers.Where(answer => answer.Code != DontKnow).DistinctBy(answer => answer.Code).ToList();
        var least = steps.Count > 0 && int.TryParse(steps[0].Code, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && first is 0 or 1 && steps.Select((step, at) => step.Code == Digits(first + at)).All(same => same) ? first : 1;
        var most = least + steps.Count - 1;
        if (steps.Count < 2 || most > MostSteps || most < 2) return null;
        if (steps.Skip(1).SkipLast(1).Any(step => (step.Text.De + step.Text.En).Any(char.IsLetter)))
            draft.Leave(of, WhyNot.Steps);
        var values = steps.Select((step, at) => (step.Code, Value: least + at))
            .ToDictionary(step => step.Code, step => step.Value, StringComparer.Ordinal);
        var unknown = answers.Any(answer => answer.Code == DontKnow);
        if (unknown) values[DontKnow] = Scale.DontKnowValue;
        return (new(least, most, End(steps[0].Text, least, draft, of), End(steps[^1].Text, most, draft, of), unknown), values);
    }

    /// <summary>Whether the file itself counts the steps, so that more and less make sense in it.</summary>
    public static bool AreNumbers(IReadOnlyDictionary<string, int> values) =>
        values.Keys.All(key => key.All(char.IsAsciiDigit) || key == DontKnow);

    public static Dictionary<string, int> Values(Scale scale) =>
        scale.Values.ToDictionary(Digits, value => value, StringComparer.Ordinal);

    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    // A number as the word of an end says nothing.
    private static LocalizedText End(LocalizedText text, int value, Drafting draft, LocalizedText of) => draft.Fit(
        new(text.De == Digits(value) ? "" : text.De, text.En == Digits(value) ? "" : text.En), Shape.Name, of.ToString());
}
