using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using EventOps.Contracts;

namespace EventOps.Surveys.Importing;

/// <summary>
/// The tables of a LimeSurvey .lss file. Since DBVersion 350 texts stand in tables of their own (*_l10ns); before, each row was
/// there once a language. Both read the same here.
/// </summary>
internal sealed class LimeSurveyFile
{
    private const int Deepest = 16;

    private static readonly XmlReaderSettings s_careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = QuestionnaireFile.MostBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly XElement _root;
    private readonly string? _german;
    private readonly string? _english;

    private LimeSurveyFile(XElement root)
    {
        _root = root;
        var codes = root.Element("languages")?.Elements("language").Select(language => language.Value.Trim()) ?? [];
        Languages = [.. codes.Where(code => code.Length > 0)];
        var main = Rows("surveys").Select(row => Value(row, "language")).FirstOrDefault(code => code.Length > 0)
            ?? (Languages is [var first, ..] ? first : "en");
        _german = Find("de");
        _english = Find("en") ?? (_german is null ? main : null);
    }

    public IReadOnlyList<string> Languages { get; }

    /// <summary>Languages that nothing is taken over of, or that stand in for English.</summary>
    public IEnumerable<string> Unknown => Languages.Where(
        code => code != _german && (code != _english || !code.StartsWith("en", StringComparison.Ordinal)));

    /// <summary>Null where it is no survey of LimeSurvey.</summary>
    public static ImportedSurvey? Read(byte[] file)
    {
        // A text as deep as the file is long would overflow the stack when it is read.
        using (var depths = XmlReader.Create(new MemoryStream(file), s_careful))
        {
            while (depths.Read())
            {
                if (depths.Depth > Deepest) throw new XmlException();
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(file), s_careful);
        var root = XDocument.Load(reader).Root!;
        return root.Name == "document" && root.Element("LimeSurveyDocType")?.Value.Trim() == "Survey"
            ? new LimeSurveyReading(new(root)).Read() : null;
    }

    public IEnumerable<XElement> Rows(string table) => _root.Element(table)?.Element("rows")?.Elements("row") ?? [];

    public static string Value(XElement row, string field) => row.Element(field)?.Value.Trim() ?? "";

    public static int Number(XElement row, string field) =>
        int.TryParse(Value(row, field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A text in both languages, from the rows that carry one language each.</summary>
    public LocalizedText Text(IEnumerable<XElement> rows, string field, string language = "language")
    {
        var all = rows.ToList();
        return new(In(_german), In(_english));

        string In(string? code) => code is null ? "" : all.Where(row => Value(row, language) == code)
            .Select(row => PlainText.OfHtml(Value(row, field))).FirstOrDefault(text => text.Length > 0) ?? "";
    }

    private string? Find(string code) =>
        Languages.FirstOrDefault(language => language == code)
        ?? Languages.FirstOrDefault(language => language.StartsWith($"{code}-", StringComparison.Ordinal));
}
