using System.Xml;
using System.Xml.Linq;
using EventOps.Marketplace.Pictures;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>Takes one element over with those of its attributes that may stay.</summary>
internal static class SvgElement
{
    private const int LongestPicture = 4 * 1024 * 1024;

    /// <summary>Null where the element does not belong into a plan.</summary>
    public static XElement? Of(XmlReader reader, Stack<XElement> around)
    {
        if (reader.NamespaceURI != Svg.Space.NamespaceName || !Svg.HasElement(reader.LocalName)) return null;
        var element = new XElement(Svg.Space + reader.LocalName);
        var repeated = Svg.Repeated.Contains(reader.LocalName)
            || around.Any(outer => Svg.Repeated.Contains(outer.Name.LocalName));
        // A reference inside of what is repeated could repeat itself.
        if (repeated && reader.LocalName == "use") return null;
        string? style = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "href") Refer(element, reader);
            else if (reader.NamespaceURI.Length > 0) continue;
            else if (reader.LocalName == "style") style = reader.Value;
            else if (Svg.HasAttribute(reader.LocalName)) Set(element, reader.LocalName, reader.Value, repeated);
        }

        reader.MoveToElement();
        if (style is not null) Paint(element, style, repeated);
        return element.Name.LocalName is "image" or "use" && element.Attribute("href") is null ? null : element;
    }

    private static void Set(XElement element, string name, string value, bool repeated)
    {
        if (Svg.IsHarmless(value) && !(repeated && Svg.Refers(value))) element.SetAttributeValue(name, value);
    }

    // Inkscape writes paint as style="fill:#fff;stroke:none", which no page of ours could show.
    private static void Paint(XElement element, string style, bool repeated)
    {
        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) continue;
            var name = declaration[..colon].Trim().ToLowerInvariant();
            var value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim();
            if (Svg.IsPaint(name)) Set(element, name, value, repeated);
        }
    }

    private static void Refer(XElement element, XmlReader reader)
    {
        if (reader.NamespaceURI.Length > 0 && reader.NamespaceURI != Svg.Link.NamespaceName) return;
        var target = reader.Value.Trim();
        var kept = element.Name.LocalName switch
        {
            "use" or "textPath" or "linearGradient" or "radialGradient" => Svg.IsLocal(target) ? target : null,
            "image" => Picture(target),
            _ => null,
        };
        if (kept is not null) element.SetAttributeValue("href", kept);
    }

    // A picture in a picture has to be one that would be taken on its own.
    private static string? Picture(string target)
    {
        var comma = target.IndexOf(',', StringComparison.Ordinal);
        if (comma is < 0 or > 40 || target.Length > LongestPicture) return null;
        if (target[..comma].ToLowerInvariant() is not ("data:image/png;base64" or "data:image/jpeg;base64" or "data:image/jpg;base64"))
            return null;
        try
        {
            return Raster.Read(Convert.FromBase64String(target[(comma + 1)..])).Raster is { } raster
                ? $"data:{raster.MediaType};base64,{Convert.ToBase64String(raster.Bytes)}" : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
