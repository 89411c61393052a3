using System.Text.Json;
using EventOps.Contracts;

namespace EventOps.Surveys.Importing;

/// <summary>Goes through the pages, panels and elements of one SurveyJS file.</summary>
internal sealed class SurveyJsFile
{
    private const int Deepest = 64;
    private const int MostParagraph = 1_000;

    private static readonly JsonDocumentOptions s_lenient =
        new() { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly JsonElement _root;
    private readonly bool _german;
    private readonly Drafting _draft = new();

    private SurveyJsFile(JsonElement root)
    {
        _root = root;
        _german = Word(root, "locale").StartsWith("de", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Null where it is no survey.</summary>
    public static ImportedSurvey? Read(byte[] file)
    {
        using var document = JsonDocument.Parse(file.AsMemory(file.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), s_lenient);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("pages", out _) || Elements(root).Any())
            ? new SurveyJsFile(root).Read() : null;
    }

    /// <summary>What a page or panel holds; older files say questions.</summary>
    public static IEnumerable<JsonElement> Elements(JsonElement of) =>
        List(of, "elements").Concat(List(of, "questions"));

    public static IEnumerable<JsonElement> List(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray() : [];

    public static string Word(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? Word(value) : "";

    public static string Word(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    public static bool Is(JsonElement of, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True) return true;
        }

        return false;
    }

    /// <summary>A text as it is localised: one string in the file's language, or one a language.</summary>
    public LocalizedText Text(JsonElement of, string name, bool html = false) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? Text(value, html) : LocalizedText.Empty;

    public LocalizedText Text(JsonElement value, bool html = false)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            var only = Clean(Word(value), html);
            return _german ? new(only, "") : new("", only);
        }

        foreach (var other in value.EnumerateObject().Where(one => one.Name is not ("de" or "en" or "default")))
            Foreign.Add(other.Name);
        var standing = Clean(Word(value, "default"), html);
        var (german, english) = (Clean(Word(value, "de"), html), Clean(Word(value, "en"), html));
        return new(german.Length == 0 && _german ? standing : german, english.Length == 0 && !_german ? standing : english);
    }

    private HashSet<string> Foreign { get; } = new(StringComparer.Ordinal);

    private ImportedSurvey Read()
    {
        var title = Text(_root, "title");
        var pages = List(_root, "pages").ToList();
        if (pages.Count == 0) pages.Add(_root);
        var number = 0;
        foreach (var page in pages.Where(page => Elements(page).Any())) Read(page, ++number, Word(page, "visibleIf"));
        foreach (var language in Foreign.Take(20))
            _draft.Leave(title, WhyNot.Language, PlainText.Cut(PlainText.Of(language), 40));
        return new(
            _draft.Fit(title, Ui.Shape.Title, title.ToString()), Paragraph("description", html: false),
            Paragraph("completedHtml", html: true), _draft.Questions, _draft.NotTaken);
    }

    private void Read(JsonElement container, int page, string expression)
    {
        foreach (var element in Elements(container).Where(element => element.ValueKind == JsonValueKind.Object))
        {
            var joined = Join(expression, Word(element, "visibleIf"));
            if (Word(element, "type") == "panel") Read(element, page, joined);
            else new SurveyJsQuestion(this, _draft, element, page).Add(joined);
        }
    }

    private LocalizedText Paragraph(string name, bool html)
    {
        var text = Text(_root, name, html);
        return new(PlainText.Cut(text.De, MostParagraph), PlainText.Cut(text.En, MostParagraph));
    }

    private static string Clean(string text, bool html) => html ? PlainText.OfHtml(text) : PlainText.Of(text);

    private static string Join(string one, string other) =>
        one.Length == 0 ? other : other.Length == 0 ? one : $"({one}) and ({other})";
}
