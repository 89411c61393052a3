using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;

namespace EventOps.Surveys.Importing;

/// <summary>
/// Puts questions together as a file is read, within the limits of the editor, and keeps account of what is left behind.
/// </summary>
internal sealed partial class Drafting
{
    private const int MostChoices = 50;
    private const int MostPages = 30;
    private const int MostLetters = Shape.Title * 2;
    private readonly HashSet<Guid> _lineages = [];

    public List<Question> Questions { get; } = [];

    public List<NotTaken> NotTaken { get; } = [];

    public Conditions Conditions { get; } = new();

    /// <summary>A question without choices or scale yet; its id follows from its place in the file.</summary>
    public Question Begin(QuestionKind kind, int page, LocalizedText text, LocalizedText hint, Need need, string? lineage)
    {
        var id = IdOf($"question {Questions.Count}");
        var said = Fit(text, MostLetters, text.ToString());
        if (Placeholder().Match(text.De + text.En) is { Success: true } hole) Leave(said, WhyNot.Placeholder, hole.Value);
        var known = Guid.TryParse(lineage, out var own) && own != Guid.Empty && _lineages.Add(own) ? own : id;
        return new(
            id, known, kind, Math.Min(page, MostPages), said, Fit(hint, MostLetters, said.ToString()), [], [], null,
            kind == QuestionKind.Statement ? Need.Voluntary : need, false, Bounds.None, null);
    }

    /// <summary>Takes it in, unless it has nothing to choose from.</summary>
    public bool Add(Question question, Relevance? when, string? expression)
    {
        var choices = question.Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice or QuestionKind.Ranking;
        if ((choices && question.Choices.Count + (question.Other ? 1 : 0) < 2)
            || (question.Kind == QuestionKind.Matrix && question.Rows.Count == 0)
            || (question.Kind is QuestionKind.Matrix or QuestionKind.Rating && question.Scale is null))
        {
            Leave(question.Text, WhyNot.Empty);
            return false;
        }

        var condition = when is null ? null : Conditions.Of(when);
        if (condition is null && !string.IsNullOrWhiteSpace(expression))
            Leave(question.Text, WhyNot.Condition, PlainText.Cut(PlainText.Line(PlainText.Of(expression)), Shape.Name));
        Questions.Add(question with { When = condition });
        return true;
    }

    /// <summary>Choices or rows with the codes that the file has, where they are numbers, else counted from 1.</summary>
    public (List<QuestionChoice> Choices, Dictionary<string, int> Codes) Choices(
        IReadOnlyList<(string Code, LocalizedText Text, bool Alone)> rows, LocalizedText of)
    {
        if (rows.Count > MostChoices) Leave(of, WhyNot.TooMany, rows.Count.ToString(CultureInfo.InvariantCulture));
        var kept = rows.Take(MostChoices).DistinctBy(row => row.Code).ToList();
        var numbers = kept.Select(row => NumberOf(row.Code)).ToList();
        var counted = numbers.Contains(0) || numbers.Distinct().Count() < numbers.Count;
        var choices = kept.Select((row, at) => new QuestionChoice(
            counted ? at + 1 : numbers[at],
            Fit(row.Text.IsEmpty ? new(PlainText.Of(row.Code), PlainText.Of(row.Code)) : row.Text, Shape.Title, of.ToString()),
            row.Alone)).ToList();
        var codes = kept.Zip(choices).ToDictionary(pair => pair.First.Code, pair => pair.Second.Code, StringComparer.Ordinal);
        return (choices, codes);
    }

    private static int NumberOf(string code) =>
        Number().Match(code) is { Success: true } match
            && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var number)
            ? number : 0;

    /// <summary>A question and its part, where a part becomes a question of its own.</summary>
    public static LocalizedText Joined(LocalizedText question, LocalizedText part) =>
        new($"{question.De}: {part.De}".Trim(':', ' '), $"{question.En}: {part.En}".Trim(':', ' '));

    public void Leave(LocalizedText what, WhyNot why, string detail = "") => NotTaken.Add(new(what.ToString(), why, detail));

    public LocalizedText Fit(LocalizedText text, int most, string what)
    {
        if (text.De.Length > most || text.En.Length > most)
            NotTaken.Add(new(PlainText.Cut(PlainText.Line(what), Shape.Name), WhyNot.Long));
        return new(PlainText.Cut(PlainText.Line(text.De), most), PlainText.Cut(PlainText.Line(text.En), most));
    }

    public static Guid IdOf(string words) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"eventops import {words}")).AsSpan(0, 16));

    [GeneratedRegex(@"^[A-Za-z]{0,4}0*(\d{1,3})$")]
    private static partial Regex Number();

    [GeneratedRegex(@"\{[A-Za-z][\w:.]*\}")]
    private static partial Regex Placeholder();
}
