using System.Globalization;
using System.Text.Json;
using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using static EventOps.Surveys.Importing.SurveyJsFile;

namespace EventOps.Surveys.Importing;

/// <summary>One element of a SurveyJS file in the kind that comes nearest to its type.</summary>
internal sealed class SurveyJsQuestion(SurveyJsFile file, Drafting draft, JsonElement element, int page)
{
    private const int LargestNumber = 1_000_000_000;
    private static readonly LocalizedText s_none = new("nichts davon", "none of these");
    private readonly string _name = Word(element, "name");
    private string _expression = "";

    private LocalizedText Text => TitleOf(element);

    public void Add(string expression)
    {
        _expression = expression;
        if (element.TryGetProperty("visible", out var visible) && visible.ValueKind == JsonValueKind.False)
        {
            draft.Leave(Text, WhyNot.Hidden);
            return;
        }

        switch (Word(element, "type"))
        {
            case "radiogroup" or "dropdown": Single(Items("choices")); break;
            case "boolean": Boolean(); break;
            case "checkbox" or "tagbox": Several(); break;
            case "rating": Rating(); break;
            case "matrix": Matrix(); break;
            case "ranking":
                Take(Begin(QuestionKind.Ranking) with { Choices = draft.Choices(Items("choices"), Text).Choices });
                break;
            case "text" when Word(element, "inputType") is "number" or "range": Number(); break;
            case "text" when Word(element, "inputType") is "date" or "datetime" or "datetime-local":
                Take(Begin(QuestionKind.Date));
                break;
            case "text": Words(QuestionKind.ShortText); break;
            case "comment": Words(QuestionKind.LongText); break;
            case "multipletext": Texts(); break;
            case "html": Take(Begin(QuestionKind.Statement, Said())); break;
            case var other: draft.Leave(Text, WhyNot.Kind, PlainText.Cut(PlainText.Of(other), 40)); break;
        }
    }

    private void Single(IReadOnlyList<(string, LocalizedText, bool)> items)
    {
        var (choices, codes) = draft.Choices(items, Text);
        codes["other"] = Question.OtherCode;
        Take(Begin(QuestionKind.SingleChoice) with { Choices = choices, Other = Is(element, "hasOther", "showOtherItem") },
            question => draft.Conditions.Add(_name, new(question.Id, null, codes)));
    }

    private void Boolean()
    {
        var (yes, no) = (file.Text(element, "labelTrue"), file.Text(element, "labelFalse"));
        var (choices, _) = draft.Choices(
            [("1", yes.IsEmpty ? new("ja", "yes") : yes, false), ("2", no.IsEmpty ? new("nein", "no") : no, false)], Text);
        var codes = new Dictionary<string, int>(StringComparer.Ordinal) { ["true"] = 1, ["false"] = 2 };
        Take(
            Begin(QuestionKind.SingleChoice) with { Choices = choices },
            question => draft.Conditions.Add(_name, new(question.Id, null, codes)));
    }

    private void Several()
    {
        var items = Items("choices").ToList();
        if (Is(element, "hasNone", "showNoneItem"))
            items.Add(("none", file.Text(element, "noneText") is { IsEmpty: false } none ? none : s_none, true));
        var (choices, codes) = draft.Choices(items, Text);
        codes["other"] = Question.OtherCode;
        var bounds = Limits("minSelectedChoices", "maxSelectedChoices", 50);
        Take(
            Begin(QuestionKind.MultipleChoice) with
            {
                Choices = choices,
                Other = Is(element, "hasOther", "showOtherItem"),
                Bounds = new(bounds.Least is 0 ? null : bounds.Least, bounds.Most is 0 ? null : bounds.Most),
            },
            question => draft.Conditions.Add(_name, new(question.Id, null, codes, Several: true)));
    }

    private void Rating()
    {
        Dictionary<string, int> values;
        Scale? scale;
        if (List(element, "rateValues").Any())
        {
            var found = Scales.Of([.. Items("rateValues").Select(item => (item.Code, item.Text))], draft, Text);
            (scale, values) = (found?.Scale, found?.Values ?? []);
        }
        else
        {
            var least = Limit("rateMin", 1) ?? 1;
            var most = Limit("rateMax", 10) ?? (Limit("rateCount", 10) is { } count ? least + count - 1 : 5);
            scale = most is >= 2 and <= 10
                ? new(least, most, LocalizedText.Empty, LocalizedText.Empty, Is(element, "eventopsDontKnow")) : null;
            values = scale is null ? [] : Scales.Values(scale);
        }

        scale = scale is null ? null : scale with
        {
            LowEnd = End("minRateDescription", scale.LowEnd),
            HighEnd = End("maxRateDescription", scale.HighEnd),
        };
        var recommend = Word(element, "eventopsKind") == nameof(QuestionKind.Recommend);
        Take(
            recommend ? Begin(QuestionKind.Recommend) with { Scale = Scale.Recommending }
                : Begin(QuestionKind.Rating) with { Scale = scale },
            question => draft.Conditions.Add(_name, new(question.Id, null, values, Ordered: true)));
    }

    private void Matrix()
    {
        var (rows, codes) = draft.Choices(Items("rows"), Text);
        var found = Scales.Of([.. Items("columns").Select(item => (item.Code, item.Text))], draft, Text);
        var ordered = found is { } steps && Scales.AreNumbers(steps.Values);
        Take(Begin(QuestionKind.Matrix) with { Rows = rows, Scale = found?.Scale }, question =>
        {
            foreach (var (name, code) in codes)
                draft.Conditions.Add($"{_name}.{name}", new(question.Id, code, found!.Value.Values, ordered));
        });
    }

    private void Number()
    {
        if (Word(element, "step") is not ("" or "1")) draft.Leave(Text, WhyNot.WholeNumbers);
        Take(Begin(QuestionKind.Number) with { Bounds = Limits("min", "max", LargestNumber) },
            question => draft.Conditions.Add(_name, new(question.Id, null, new Dictionary<string, int>(), Ordered: true)));
    }

    private void Words(QuestionKind kind) =>
        Take(Begin(kind) with { Bounds = Limits("", "maxLength", Question.MostLettersLong) });

    private LocalizedText TitleOf(JsonElement of)
    {
        var name = PlainText.Of(Word(of, "name"));
        return file.Text(of, "title") is { IsEmpty: false } title ? title : new(name, name);
    }

    private void Texts()
    {
        foreach (var item in List(element, "items"))
            Take(Begin(QuestionKind.ShortText, Drafting.Joined(Text, TitleOf(item))));
    }

    private LocalizedText Said()
    {
        var html = file.Text(element, "html", html: true);
        return file.Text(element, "title") is { IsEmpty: false } title ? title : html.IsEmpty ? Text : html;
    }

    private void Take(Question question, Action<Question>? names = null)
    {
        var when = _expression.Length == 0 ? null : Relevance.Parse(_expression);
        if (draft.Add(question, when, _expression)) names?.Invoke(draft.Questions[^1]);
    }

    private Question Begin(QuestionKind kind, LocalizedText? text = null) => draft.Begin(
        kind, page, text ?? Text, file.Text(element, "description"),
        Is(element, "isRequired") ? Need.Required : Is(element, "eventopsWished") ? Need.Wished : Need.Voluntary,
        Word(element, "eventopsLineage"));

    private List<(string Code, LocalizedText Text, bool Alone)> Items(string name) => [.. List(element, name).Select(item =>
        item.ValueKind == JsonValueKind.Object
            ? (Word(item, "value"), file.Text(item, "text"), Is(item, "eventopsAlone"))
            : (Word(item), LocalizedText.Empty, false)).Where(item => item.Item1.Length > 0)];

    private LocalizedText End(string name, LocalizedText otherwise) =>
        file.Text(element, name) is { IsEmpty: false } said ? draft.Fit(said, Ui.Shape.Name, Text.ToString()) : otherwise;

    private Bounds Limits(string least, string most, int largest)
    {
        var bounds = new Bounds(Limit(least, largest), Limit(most, largest));
        return bounds.Least > bounds.Most ? Bounds.None : bounds;
    }

    private int? Limit(string name, int largest) =>
        int.TryParse(Word(element, name), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit <= largest
            ? limit : null;
}
