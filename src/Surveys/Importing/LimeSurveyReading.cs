using System.Xml.Linq;
using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using static EventOps.Surveys.Importing.LimeSurveyFile;

namespace EventOps.Surveys.Importing;

/// <summary>Goes through the groups and questions of one LimeSurvey file; each group becomes a page.</summary>
internal sealed class LimeSurveyReading
{
    private const int MostParagraph = 1_000;
    private readonly LimeSurveyFile _file;
    private readonly Drafting _draft = new();
    private readonly ILookup<string, XElement> _texts;
    private readonly ILookup<string, XElement> _subquestions;
    private readonly ILookup<string, XElement> _answers;
    private readonly ILookup<string, XElement> _answerTexts;
    private readonly ILookup<string, XElement> _attributes;

    public LimeSurveyReading(LimeSurveyFile file)
    {
        _file = file;
        _texts = file.Rows("question_l10ns").Concat(file.Rows("questions")).Concat(file.Rows("subquestions"))
            .Where(row => Value(row, "language").Length > 0).ToLookup(row => Value(row, "qid"));
        _subquestions = file.Rows("subquestions").Where(row => Number(row, "scale_id") == 0).DistinctBy(row => Value(row, "qid"))
            .OrderBy(row => Number(row, "question_order")).ToLookup(row => Value(row, "parent_qid"));
        _answerTexts = file.Rows("answer_l10ns").Concat(file.Rows("answers"))
            .Where(row => Value(row, "language").Length > 0).ToLookup(AnswerKey);
        _answers = file.Rows("answers").Where(row => Number(row, "scale_id") == 0).DistinctBy(AnswerKey)
            .OrderBy(row => Number(row, "sortorder")).ToLookup(row => Value(row, "qid"));
        _attributes = file.Rows("question_attributes").ToLookup(row => Value(row, "qid"));
    }

    public ImportedSurvey Read()
    {
        var words = _file.Rows("surveys_languagesettings").ToList();
        var title = Words(words, "surveyls_title");
        foreach (var language in _file.Unknown) _draft.Leave(title, WhyNot.Language, PlainText.Cut(PlainText.Of(language), 40));
        var page = 0;
        var groups = _file.Rows("groups").DistinctBy(row => Value(row, "gid")).OrderBy(row => Number(row, "group_order"));
        foreach (var group in groups)
        {
            var questions = _file.Rows("questions").Where(row => Value(row, "parent_qid") is "0" or "")
                .Where(row => Value(row, "gid") == Value(group, "gid")).DistinctBy(row => Value(row, "qid"))
                .OrderBy(row => Number(row, "question_order")).ToList();
            if (questions.Count > 0) Read(group, questions, ++page);
        }

        var welcome = Words(words, "surveyls_welcometext");
        return new(
            _draft.Fit(title, Ui.Shape.Title, title.ToString()), welcome.IsEmpty ? Words(words, "surveyls_description") : welcome,
            Words(words, "surveyls_endtext"), _draft.Questions, _draft.NotTaken);
    }

    // What people read at the head of a group is a text of its own here.
    private void Read(XElement group, List<XElement> questions, int page)
    {
        var key = Value(group, "gid");
        var texts = _file.Rows("group_l10ns").Concat(_file.Rows("groups")).Where(row => Value(row, "gid") == key).ToList();
        var said = _file.Text(texts, "description");
        if (!said.IsEmpty)
        {
            var name = _file.Text(texts, "group_name");
            _draft.Add(_draft.Begin(QuestionKind.Statement, page, name, said, Need.Voluntary, null), null, null);
        }

        foreach (var question in questions)
        {
            var expression = Join(Value(group, "grelevance"), Value(question, "relevance"));
            var read = new LimeSurveyQuestion(this, _draft, question, page);
            if (Attribute(Value(question, "qid"), "hidden") == "1") _draft.Leave(read.Text, WhyNot.Hidden);
            else read.Add(expression);
        }
    }

    public LocalizedText TextOf(string question, string field) => _file.Text(_texts[question], field);

    public IEnumerable<XElement> Subquestions(string question) => _subquestions[question];

    public IReadOnlyList<(string Code, LocalizedText Text, bool Alone)> Rows(string question)
    {
        var alone = Attribute(question, "exclude_all_others").Split([';', ','], StringSplitOptions.TrimEntries);
        return [.. Subquestions(question).Select(row =>
            (Value(row, "title"), TextOf(Value(row, "qid"), "question"), alone.Contains(Value(row, "title"))))];
    }

    public IReadOnlyList<(string Code, LocalizedText Text, bool Alone)> Answers(string question) =>
        [.. _answers[question].Select(row => (Value(row, "code"), _file.Text(_answerTexts[AnswerKey(row)], "answer"), false))];

    public string Attribute(string question, string name) =>
        _attributes[question].FirstOrDefault(row => Value(row, "attribute") == name) is { } row ? Value(row, "value") : "";

    private LocalizedText Words(List<XElement> rows, string field)
    {
        var said = _file.Text(rows, field, "surveyls_language");
        return new(PlainText.Cut(said.De, MostParagraph), PlainText.Cut(said.En, MostParagraph));
    }

    // "1" and nothing both mean always.
    private static string Join(string group, string question) => (group is "" or "1", question is "" or "1") switch
    {
        (true, true) => "",
        (true, _) => question,
        (_, true) => group,
        _ => $"({group}) and ({question})",
    };

    private static string AnswerKey(XElement row) =>
        Value(row, "aid") is { Length: > 0 } id ? id : $"{Value(row, "qid")} {Value(row, "scale_id")} {Value(row, "code")}";
}
