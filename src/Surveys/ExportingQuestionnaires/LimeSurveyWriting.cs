using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using static EventOps.Surveys.ExportingQuestionnaires.LimeSurveyTables;

namespace EventOps.Surveys.ExportingQuestionnaires;

/// <summary>
/// A questionnaire as a LimeSurvey .lss file. What LimeSurvey has no word for stands in attributes of our own, which it passes
/// over.
/// </summary>
public sealed class LimeSurveyWriting
{
    private const string Survey = "100000";
    private readonly LimeSurveyTables _tables = new();
    private readonly ExportNames _names;
    private readonly Questionnaire _survey;
    private readonly string[] _languages;
    private int _ids;

    private LimeSurveyWriting(Questionnaire survey)
    {
        (_survey, _names) = (survey, new(survey.Questions));
        // LimeSurvey shows nothing where a language has no text, so a language that is nowhere used is not declared.
        List<LocalizedText> texts =
            [survey.Terms.Title, survey.Terms.Welcome, survey.Terms.Thanks, .. survey.Questions.SelectMany(Texts)];
        var (german, english) = (texts.Exists(text => text.De.Length > 0), texts.Exists(text => text.En.Length > 0));
        _languages = german && english ? ["de", "en"] : english ? ["en"] : ["de"];
    }

    public static byte[] Write(Questionnaire survey) => new LimeSurveyWriting(survey).Write();

    private static IEnumerable<LocalizedText> Texts(Question question) =>
    [
        question.Text, question.Hint, .. question.Choices.Concat(question.Rows).Select(choice => choice.Text),
        .. question.Scale is { } scale ? (LocalizedText[])[scale.LowEnd, scale.HighEnd] : [],
    ];

    private byte[] Write()
    {
        _tables.Add(
            "surveys", ("sid", Survey), ("anonymized", _survey.Terms.Mode == SurveyMode.Anonymous ? "Y" : "N"), ("format", "G"),
            ("language", _languages[0]), ("additional_languages", string.Join(' ', _languages.Skip(1))));
        foreach (var language in _languages)
        {
            _tables.Add(
                "surveys_languagesettings", ("surveyls_survey_id", Survey), ("surveyls_language", language),
                ("surveyls_title", Html(In(_survey.Terms.Title, language))),
                ("surveyls_welcometext", Html(In(_survey.Terms.Welcome, language))),
                ("surveyls_endtext", Html(In(_survey.Terms.Thanks, language))));
        }

        foreach (var page in _survey.Questions.GroupBy(question => question.Page).OrderBy(page => page.Key))
        {
            var group = ++_ids;
            _tables.Add("groups", ("gid", Digits(group)), ("sid", Survey), ("group_order", Digits(page.Key)), ("grelevance", ""));
            _tables.AddTexts("group_l10ns", "gid", group, new($"Seite {page.Key}", $"Page {page.Key}"), null, _languages);
            foreach (var question in page) Add(question, group);
        }

        return _tables.Write(_languages);
    }

    private void Add(Question question, int group)
    {
        var id = ++_ids;
        var when = question.When is { } condition && _names.LimeSurvey(condition) is { Length: > 0 } said ? $"(({said}))" : "1";
        _tables.Add("questions", [.. Row(id, 0, group, question, _names.Of(question.Id), id), ("relevance", when)]);
        _tables.AddTexts("question_l10ns", "qid", id, question.Text, question.Hint, _languages);
        Attribute(id, "eventops_lineage", question.Lineage.ToString());
        if (question.Kind is QuestionKind.Rating or QuestionKind.Recommend)
            Attribute(id, "eventops_kind", question.Kind.ToString());
        var parts = question.Kind switch
        {
            QuestionKind.MultipleChoice => question.Choices,
            QuestionKind.Matrix => question.Rows,
            _ => [],
        };
        foreach (var part in parts) Subquestion(part, id, group, question);
        var answers = question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Ranking =>
                question.Choices.Select(choice => (ExportNames.Answer(choice.Code), choice.Text)),
            QuestionKind.Rating or QuestionKind.Recommend or QuestionKind.Matrix when question.Scale is { } scale =>
                ExportNames.Steps(scale),
            _ => [],
        };
        var order = 0;
        foreach (var (code, text) in answers) Answer(id, code, text, ++order);
        Limits(id, question);
    }

    private void Subquestion(QuestionChoice part, int parent, int group, Question question)
    {
        var id = ++_ids;
        _tables.Add("subquestions", Row(id, parent, group, question, ExportNames.Subquestion(part.Code), id));
        _tables.AddTexts("question_l10ns", "qid", id, part.Text, null, _languages);
    }

    private void Answer(int question, string code, LocalizedText text, int order)
    {
        var id = ++_ids;
        _tables.Add(
            "answers", ("aid", Digits(id)), ("qid", Digits(question)), ("code", code), ("sortorder", Digits(order)),
            ("assessment_value", "0"), ("scale_id", "0"));
        _tables.AddTexts("answer_l10ns", "aid", id, text, null, _languages);
    }

    private void Limits(int id, Question question)
    {
        var (least, most) = question.Kind switch
        {
            QuestionKind.MultipleChoice => ("min_answers", "max_answers"),
            QuestionKind.Number => ("min_num_value_n", "max_num_value_n"),
            QuestionKind.ShortText or QuestionKind.LongText => ("eventops_least", "maximum_chars"),
            _ => ("", ""),
        };
        if (least.Length > 0 && question.Bounds.Least is { } from) Attribute(id, least, Digits(from));
        if (most.Length > 0 && question.Bounds.Most is { } to) Attribute(id, most, Digits(to));
        if (question.Kind == QuestionKind.Number) Attribute(id, "num_value_int_only", "1");
        if (question.Kind == QuestionKind.MultipleChoice && question.Choices.Any(choice => choice.Alone))
        {
            Attribute(id, "exclude_all_others", string.Join(
                ';', question.Choices.Where(choice => choice.Alone).Select(choice => ExportNames.Subquestion(choice.Code))));
        }
    }

    private void Attribute(int question, string name, string value) =>
        _tables.Add("question_attributes", ("qid", Digits(question)), ("attribute", name), ("value", value), ("language", ""));

    private static (string Field, string Value)[] Row(
        int id, int parent, int group, Question question, string title, int order) =>
    [
        ("qid", Digits(id)), ("parent_qid", Digits(parent)), ("sid", Survey), ("gid", Digits(group)),
        ("type", Type(question.Kind)), ("title", title),
        ("other", parent == 0 && question.Other ? "Y" : "N"),
        ("mandatory", parent > 0 ? "N" : question.Need switch { Need.Required => "Y", Need.Wished => "S", _ => "N" }),
        ("question_order", Digits(order)), ("scale_id", "0"),
    ];

    private static string Type(QuestionKind kind) => kind switch
    {
        QuestionKind.Statement => "X",
        QuestionKind.MultipleChoice => "M",
        QuestionKind.Matrix => "F",
        QuestionKind.Ranking => "R",
        QuestionKind.Number => "N",
        QuestionKind.Date => "D",
        QuestionKind.ShortText => "S",
        QuestionKind.LongText => "T",
        _ => "L",
    };

    private static string In(LocalizedText text, string language) => language == "de" ? text.De : text.En;
}
