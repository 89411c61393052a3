using System.Xml;
using System.Xml.Linq;
using EventOps.Marketplace.Pictures;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>
/// A drawing built anew from an SVG file: only what is known to be harmless is taken over, by name and namespace, never by searching in
/// text. Styles in the manner of Inkscape become attributes; whatever could act, load or grow without end is left away.
/// </summary>
public sealed class PlanSvg
{
    public const int MostBytes = 5 * 1024 * 1024;
    private const int MostElements = 20_000;
    private const int MostLayers = 64;
    private const int MostUses = 200;

    private PlanSvg(XElement root, int dropped) => (Root, Dropped) = (root, dropped);

    /// <summary>The rebuilt tree.</summary>
    public XElement Root { get; }

    /// <summary>How many elements were left away.</summary>
    public int Dropped { get; }

    public static (PlanSvg? Svg, PictureFault? Fault) Read(byte[] file)
    {
        if (file.Length > MostBytes) return (null, PictureFault.TooLarge);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file), settings);
            reader.MoveToContent();
            if (reader.NamespaceURI != Svg.Space.NamespaceName || reader.LocalName != "svg") return (null,
                PictureFault.UnknownKind);
            return Rebuild(reader);
        }
        catch (XmlException broken)
        {
            // .NET says this by a message only; the document type is known by its own keyword before any element.
            return (null, StartsDocumentType(file) ? PictureFault.HasDocumentType
                : broken.LineNumber <= 1 && broken.LinePosition <= 1 ? PictureFault.UnknownKind : PictureFault.Broken);
        }
    }

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }))
            Root.Save(writer);
        return file.ToArray();
    }

    private static (PlanSvg? Svg, PictureFault? Fault) Rebuild(XmlReader reader)
    {
        var open = new Stack<XElement>();
        XElement? root = null;
        var (elements, dropped, uses) = (0, 0, 0);
        var more = true;
        while (more)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++elements > MostElements || reader.Depth >= MostLayers) return (null, PictureFault.TooLarge);
                    if (reader.LocalName == "use" && ++uses > MostUses) return (null, PictureFault.TooLarge);
                    if (SvgElement.Of(reader, open) is not { } element)
                    {
                        dropped++;
                        reader.Skip(); // stands at the next node then
                        continue;
                    }

                    if (root is null) root = element;
                    else open.Peek().Add(element);
                    if (!reader.IsEmptyElement) open.Push(element);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                    when open.TryPeek(out var around) && Svg.Words.Contains(around.Name.LocalName):
                    around.Add(new XText(reader.Value));
                    break;
            }

            more = reader.Read();
        }

        SvgUses.Untangle(root!);
        return SvgSize.Settle(root!) ? (new(root!, dropped), null) : (null, PictureFault.NoSize);
    }

    private static bool StartsDocumentType(byte[] file) =>
        System.Text.Encoding.UTF8.GetString(file).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
}
