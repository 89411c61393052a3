using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace EventOps.Surveys.Exporting;

/// <summary>One sheet; its first row is the head.</summary>
/// <param name="Name">At most 31 letters are kept.</param>
/// <param name="Rows">Cells are texts or numbers; none is an empty cell.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>
/// The least of Office Open XML (ECMA-376) that spreadsheets read: sheets with texts in their cells and numbers. A text is
/// never a formula.
/// </summary>
public static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Format = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int MostLettersOfName = 31;
    private const int MostLettersOfCell = 32_767;

    public static byte[] Write(IReadOnlyList<WorkbookSheet> sheets)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", xml =>
            {
                xml.WriteStartElement("Types", $"{Package}/content-types");
                Empty(xml, "Default", ("Extension", "rels"),
                    ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
                Empty(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", $"{Format}.sheet.main+xml"));
                Empty(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", $"{Format}.styles+xml"));
                for (var at = 1; at <= sheets.Count; at++)
                    Empty(xml, "Override", ("PartName", $"/xl/worksheets/sheet{at}.xml"),
                        ("ContentType", $"{Format}.worksheet+xml"));
            });
            Part(zip, "_rels/.rels", xml => Relations(xml, [("officeDocument", "xl/workbook.xml")]));
            Part(zip, "xl/_rels/workbook.xml.rels", xml => Relations(
                xml, [.. sheets.Select((_, at) => ("worksheet", $"worksheets/sheet{at + 1}.xml")), ("styles", "styles.xml")]));
            Part(zip, "xl/workbook.xml", xml => Sheets(xml, sheets));
            Part(zip, "xl/styles.xml", Styles);
            foreach (var (at, sheet) in sheets.Index()) Part(zip, $"xl/worksheets/sheet{at + 1}.xml", xml => Cells(xml, sheet));
        }

        return file.ToArray();
    }

    private static void Sheets(XmlWriter xml, IReadOnlyList<WorkbookSheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        foreach (var (at, sheet) in sheets.Index())
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheet.Name[..Math.Min(MostLettersOfName, sheet.Name.Length)]);
            xml.WriteAttributeString("sheetId", $"{at + 1}");
            xml.WriteAttributeString("r", "id", Office, $"r{at + 1}");
            xml.WriteEndElement();
        }
    }

    // Two styles: as it is, and bold for heads.
    private static void Styles(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw("<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>");
    }

    private static void Cells(XmlWriter xml, WorkbookSheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        // The head stays in sight.
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\">"
            + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("sheetData", Main);
        foreach (var (at, row) in sheet.Rows.Index())
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", $"{at + 1}");
            foreach (var (column, cell) in row.Index()) Cell(xml, $"{(char)('A' + column)}{at + 1}", cell, head: at == 0);
            xml.WriteEndElement();
        }
    }

    private static void Cell(XmlWriter xml, string place, object? cell, bool head)
    {
        if (cell is null) return;
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", place);
        if (head) xml.WriteAttributeString("s", "1");
        if (cell is string text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Clean(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("v", Main, Convert.ToString(cell, CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }

    // Letters that XML has no place for, such as control characters and halves of pairs.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString(0, Math.Min(clean.Length, MostLettersOfCell));
    }

    private static void Relations(XmlWriter xml, IReadOnlyList<(string Kind, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", $"{Package}/relationships");
        foreach (var (at, (kind, target)) in relations.Index())
            Empty(xml, "Relationship", ("Id", $"r{at + 1}"), ("Type", $"{Office}/{kind}"), ("Target", target));
    }

    private static void Empty(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (key, value) in attributes) xml.WriteAttributeString(key, value);
        xml.WriteEndElement();
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using var part = zip.CreateEntry(name).Open();
        using var xml = XmlWriter.Create(part, new() { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }
}
