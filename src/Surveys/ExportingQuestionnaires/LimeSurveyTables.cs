using System.Globalization;
using System.Net;
using System.Xml;
using EventOps.Contracts;

namespace EventOps.Surveys.ExportingQuestionnaires;

/// <summary>The tables of a LimeSurvey .lss file as they fill.</summary>
internal sealed class LimeSurveyTables
{
    private static readonly string[] s_order =
    [
        "answers", "answer_l10ns", "groups", "group_l10ns", "questions", "subquestions", "question_l10ns", "question_attributes",
        "surveys", "surveys_languagesettings",
    ];

    private readonly Dictionary<string, List<(string Field, string Value)[]>> _tables =
        s_order.ToDictionary(table => table, _ => new List<(string, string)[]>());
    private int _l10n;

    public void Add(string table, params (string Field, string Value)[] row) => _tables[table].Add(row);

    /// <summary>One row for each language that there is a text in.</summary>
    public void AddTexts(
        string table, string key, int id, LocalizedText text, LocalizedText? help, params IReadOnlyList<string> languages)
    {
        foreach (var language in languages)
        {
            List<(string, string)> row = [("id", Digits(++_l10n)), (key, Digits(id))];
            var said = language == "de" ? text.De : text.En;
            var hint = language == "de" ? help?.De : help?.En;
            if (table == "question_l10ns") row.AddRange([("question", Html(said)), ("help", Html(hint)), ("script", "")]);
            else if (table == "answer_l10ns") row.Add(("answer", Html(said)));
            else row.AddRange([("group_name", said), ("description", "")]);
            _tables[table].Add([.. row, ("language", language)]);
        }
    }

    public byte[] Write(IReadOnlyList<string> languages)
    {
        using var file = new MemoryStream();
        using (var xml = XmlWriter.Create(file, new() { Indent = true, Encoding = new System.Text.UTF8Encoding(false) }))
        {
            xml.WriteStartElement("document");
            xml.WriteElementString("LimeSurveyDocType", "Survey");
            xml.WriteElementString("DBVersion", "493");
            xml.WriteStartElement("languages");
            foreach (var language in languages) xml.WriteElementString("language", language);
            xml.WriteEndElement();
            foreach (var table in s_order.Where(table => _tables[table].Count > 0)) Write(xml, table, _tables[table]);
            xml.WriteEndElement();
        }

        return file.ToArray();
    }

    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A plain text as HTML: LimeSurvey and SurveyJS show markup where we show text.</summary>
    public static string Html(string? text) =>
        WebUtility.HtmlEncode(text ?? "").Replace("\n", "<br />\n", StringComparison.Ordinal);

    private static void Write(XmlWriter xml, string table, List<(string Field, string Value)[]> rows)
    {
        xml.WriteStartElement(table);
        xml.WriteStartElement("fields");
        foreach (var field in rows.SelectMany(row => row.Select(cell => cell.Field)).Distinct())
            xml.WriteElementString("fieldname", field);
        xml.WriteEndElement();
        xml.WriteStartElement("rows");
        foreach (var row in rows)
        {
            xml.WriteStartElement("row");
            foreach (var (field, value) in row) xml.WriteElementString(field, Legal(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Two code points are letters to Unicode and none to XML.
    private static string Legal(string text) =>
        text.Replace("\uFFFE", "", StringComparison.Ordinal).Replace("\uFFFF", "", StringComparison.Ordinal);
}
