using System.Globalization;
using System.Xml.Linq;
using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using static EventOps.Surveys.Importing.LimeSurveyFile;

namespace EventOps.Surveys.Importing;

/// <summary>One question of a LimeSurvey file in the kind that comes nearest to its type.</summary>
internal sealed class LimeSurveyQuestion(LimeSurveyReading file, Drafting draft, XElement row, int page)
{
    private const int LargestNumber = 1_000_000_000;
    private static readonly LocalizedText s_yes = new("ja", "yes");
    private static readonly LocalizedText s_no = new("nein", "no");
    private readonly string _id = Value(row, "qid");
    private readonly string _name = Value(row, "title");
    private string _expression = "";

    public LocalizedText Text
    {
        get
        {
            var text = file.TextOf(_id, "question");
            return text.IsEmpty ? new(PlainText.Of(_name), PlainText.Of(_name)) : text;
        }
    }

    public void Add(string expression)
    {
        _expression = expression;
        var kind = file.Attribute(_id, "eventops_kind");
        switch (Value(row, "type"))
        {
            case "L" or "!" when kind == nameof(QuestionKind.Rating): Rating(recommend: false); break;
            case "L" or "!" when kind == nameof(QuestionKind.Recommend): Rating(recommend: true); break;
            case "L" or "!" or "O": Single(file.Answers(_id)); break;
            case "Y": Single([("1", s_yes, false), ("2", s_no, false)], ("Y", "1"), ("N", "2")); break;
            case "G":
                Single([("1", new("weiblich", "female"), false), ("2", new("männlich", "male"), false)], ("F", "1"), ("M", "2"));
                break;
            case "M" or "P": Several(); break;
            case "5":
                Take(Begin(QuestionKind.Rating) with { Scale = Five }, question => Names(question, Scales.Values(Five), true));
                break;
            case "A": Matrix(Five); break;
            case "B": Matrix(Five with { Most = 10 }); break;
            case "C": Matrix(new(1, 3, s_yes, s_no), ("Y", 1), ("U", 2), ("N", 3)); break;
            case "E": Matrix(new(1, 3, new("mehr", "more"), new("weniger", "less")), ("I", 1), ("S", 2), ("D", 3)); break;
            case "F": Flexible(); break;
            case "R": Ranking(); break;
            case "N": Number(); break;
            case "D": Take(Begin(QuestionKind.Date)); break;
            case "S": Words(QuestionKind.ShortText); break;
            case "T" or "U": Words(QuestionKind.LongText); break;
            case "Q": Several("Q"); break;
            case "X": Take(Begin(QuestionKind.Statement)); break;
            case var other: draft.Leave(Text, WhyNot.Kind, PlainText.Cut(PlainText.Of(other), 20)); break;
        }
    }

    private static Scale Five => new(1, 5, LocalizedText.Empty, LocalizedText.Empty);

    private void Single(IReadOnlyList<(string, LocalizedText, bool)> answers, params (string Name, string Code)[] called)
    {
        var (choices, codes) = draft.Choices(answers, Text);
        foreach (var (name, code) in called) codes[name] = codes[code];
        codes["-oth-"] = Question.OtherCode;
        if (Value(row, "type") == "O") draft.Leave(Text, WhyNot.Comment);
        var question = Begin(QuestionKind.SingleChoice) with { Choices = choices, Other = Value(row, "other") == "Y" };
        Take(question, taken => Names(taken, codes));
    }

    private void Several()
    {
        var (choices, codes) = draft.Choices(file.Rows(_id), Text);
        if (Value(row, "type") == "P") draft.Leave(Text, WhyNot.Comment);
        var other = Value(row, "other") == "Y";
        var bounds = Bounds("min_answers", "max_answers", 50);
        Take(Begin(QuestionKind.MultipleChoice) with { Choices = choices, Other = other, Bounds = bounds }, question =>
        {
            foreach (var (name, code) in other ? codes.Append(new("other", Question.OtherCode)) : codes)
                Name($"_{name}", new(question.Id, null, codes, Choice: code), name);
        });
    }

    private void Matrix(Scale scale, params (string Name, int Value)[] called)
    {
        var (rows, codes) = draft.Choices(file.Rows(_id), Text);
        var values = called.Length == 0 ? Scales.Values(scale)
            : called.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        var question = Begin(QuestionKind.Matrix) with { Rows = rows, Scale = scale };
        Take(question, taken => Rows(taken, codes, values, called.Length == 0));
    }

    private void Flexible()
    {
        var (rows, codes) = draft.Choices(file.Rows(_id), Text);
        var found = Scales.Of([.. file.Answers(_id).Select(answer => (answer.Code, answer.Text))], draft, Text);
        Take(Begin(QuestionKind.Matrix) with { Rows = rows, Scale = found?.Scale },
            question => Rows(question, codes, found!.Value.Values, Scales.AreNumbers(found.Value.Values)));
    }

    private void Rating(bool recommend)
    {
        var found = Scales.Of([.. file.Answers(_id).Select(answer => (answer.Code, answer.Text))], draft, Text);
        var scale = recommend ? Scale.Recommending : found?.Scale;
        var question = Begin(recommend ? QuestionKind.Recommend : QuestionKind.Rating) with { Scale = scale };
        Take(question, taken => Names(taken, found?.Values ?? Scales.Values(scale!), ordered: true));
    }

    private void Ranking()
    {
        // Up to version 6 the things to rank are answers, since then subquestions.
        var things = file.Rows(_id) is { Count: > 0 } rows ? rows : file.Answers(_id);
        Take(Begin(QuestionKind.Ranking) with { Choices = draft.Choices(things, Text).Choices });
    }

    private void Number()
    {
        if (file.Attribute(_id, "num_value_int_only") != "1") draft.Leave(Text, WhyNot.WholeNumbers);
        var question = Begin(QuestionKind.Number) with { Bounds = Bounds("min_num_value_n", "max_num_value_n", LargestNumber) };
        Take(question, taken => Names(taken, new Dictionary<string, int>(), ordered: true));
    }

    private void Words(QuestionKind kind) =>
        Take(Begin(kind) with { Bounds = Bounds("", "maximum_chars", Question.MostLettersLong) });

    // Several short texts become one question each.
    private void Several(string type)
    {
        var parts = file.Rows(_id);
        if (parts.Count == 0) draft.Leave(Text, WhyNot.Empty, type);
        foreach (var (_, text, _) in parts)
            Take(Begin(QuestionKind.ShortText, Drafting.Joined(Text, text)));
    }

    private void Take(Question question, Action<Question>? names = null)
    {
        var when = _expression.Length == 0 ? null : Relevance.Parse(_expression);
        if (draft.Add(question, when, _expression)) names?.Invoke(draft.Questions[^1]);
    }

    private Question Begin(QuestionKind kind, LocalizedText? text = null) => draft.Begin(
        kind, page, text ?? Text, file.TextOf(_id, "help"),
        Value(row, "mandatory") switch { "Y" => Need.Required, "S" => Need.Wished, _ => Need.Voluntary },
        file.Attribute(_id, "eventops_lineage"));

    private Bounds Bounds(string least, string most, int largest)
    {
        var bounds = new Bounds(Limit(least), Limit(most));
        return bounds.Least > bounds.Most ? Questionnaires.Bounds.None : bounds;

        int? Limit(string name) =>
            int.TryParse(file.Attribute(_id, name), NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit <= largest ? limit : null;
    }

    private void Names(Question question, IReadOnlyDictionary<string, int> values, bool ordered = false) =>
        Name("", new(question.Id, null, values, ordered), "");

    private void Rows(Question question, Dictionary<string, int> rows, IReadOnlyDictionary<string, int> values, bool ordered)
    {
        foreach (var (name, code) in rows) Name($"_{name}", new(question.Id, code, values, ordered), name);
    }

    // A question is called by its code, by its number, or in old files by survey, group and number.
    private void Name(string ending, Target target, string sub)
    {
        draft.Conditions.Add(_name + ending, target);
        draft.Conditions.Add($"Q{_id}{ending}", target);
        draft.Conditions.Add($"{Value(row, "sid")}X{Value(row, "gid")}X{_id}{sub}", target);
    }
}
