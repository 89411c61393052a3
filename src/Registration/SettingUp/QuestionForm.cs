using EventOps.Contracts;
using EventOps.Registration.Events;
using EventOps.Ui;

namespace EventOps.Registration.SettingUp;

/// <summary>The fields of a question; its answers to choose from stand one per line, in both languages in the same order.</summary>
public static class QuestionForm
{
    public const string Name = "question";
    private const int MostOptions = 30;
    private static readonly TextSource T = SettingUpTexts.Of;

    public static TypedForm New => new(Name, name => name == "kind" ? [nameof(QuestionKind.Text)] : []);

    public static TypedForm Standing(Question question) => new(Name, field => field switch
    {
        "kind" => [question.Kind.ToString()],
        "label.de" => [question.Label.De],
        "label.en" => [question.Label.En],
        "hint.de" => [question.Hint.De],
        "hint.en" => [question.Hint.En],
        "options.de" => [string.Join('\n', question.Options.Select(option => option.De))],
        "options.en" => [string.Join('\n', question.Options.Select(option => option.En))],
        "required" => question.Required ? ["true"] : [],
        _ => [],
    });

    public static Question Read(TypedForm form, Guid id)
    {
        if (!Enum.TryParse<QuestionKind>(form["kind"], out var kind) || !Enum.IsDefined(kind))
            form.Wrong("kind", T["question.kind.missing"]);
        var label = form.Both("label", Shape.Title, T["question.label.missing"], T["question.label.missing.en"]);
        var hint = form.Both("hint", Shape.Title);
        var options = kind is QuestionKind.OneOf or QuestionKind.AnyOf ? Options(form) : [];
        return new(id, kind, label, hint, form.Ticked("required"), options);
    }

    private static List<LocalizedText> Options(TypedForm form)
    {
        var (german, english) = (Lines(form, "options.de"), Lines(form, "options.en"));
        if (english.Count == 0) english = german;
        if (german.Count != english.Count) form.Wrong("options.en", T["question.options.uneven", german.Count, english.Count]);
        if (german.Count > MostOptions) form.Wrong("options.de", T["question.options.many", MostOptions]);
        if (german.Concat(english).Any(option => option.Length > Shape.Name))
            form.Wrong("options.de", T["question.options.long", Shape.Name]);
        if (german.Distinct(StringComparer.Ordinal).Count() < german.Count)
            form.Wrong("options.de", T["question.options.double"]);
        return [.. german.Zip(english, (de, en) => new LocalizedText(de, en))];
    }

    private static List<string> Lines(TypedForm form, string field) =>
        [.. form.Text(field).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
