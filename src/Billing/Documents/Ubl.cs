using System.Globalization;
using System.Xml;

namespace EventOps.Billing.Documents;

/// <summary>Elements of UBL: containers, texts, amounts, days. A text without letters makes no element.</summary>
internal sealed class Ubl(XmlWriter xml)
{
    private const string Documents = "urn:oasis:names:specification:ubl:schema:xsd:";
    private const string Aggregates = Documents + "CommonAggregateComponents-2";
    private const string Basics = Documents + "CommonBasicComponents-2";

    public void Begin(string root)
    {
        xml.WriteStartElement("", root, $"{Documents}{root}-2");
        xml.WriteAttributeString("xmlns", "cac", null, Aggregates);
        xml.WriteAttributeString("xmlns", "cbc", null, Basics);
    }

    public void End() => xml.WriteEndElement();

    public void In(string name, Action write)
    {
        xml.WriteStartElement("cac", name, Aggregates);
        write();
        xml.WriteEndElement();
    }

    public void Text(string name, string? value, string? attribute = null, string? attributeValue = null)
    {
        var text = Clean(value);
        if (text.Length == 0) return;
        xml.WriteStartElement("cbc", name, Basics);
        if (attribute is not null) xml.WriteAttributeString(attribute, attributeValue);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    /// <summary>Euros with two decimals: more are refused even where they are noughts (BR-DEC).</summary>
    public void Amount(string name, decimal euros) =>
        Text(name, euros.ToString("0.00", CultureInfo.InvariantCulture), "currencyID", "EUR");

    public void Day(string name, DateOnly? day) => Text(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Price(decimal price) => price.ToString("0.00##", CultureInfo.InvariantCulture);

    /// <summary>The first of them that says something.</summary>
    public static string FirstOf(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (Clean(text).Length > 0) return text!;
        }

        return "";
    }

    // One line, without what XML cannot hold. Some blanks are no blanks to a validator that looks for empty elements.
    private static string Clean(string? text) => string.Join(' ', string.Concat((text ?? "").Where(
        (letter, at) => XmlConvert.IsXmlChar(letter) || IsPair(text!, at)))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsPair(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));
}
