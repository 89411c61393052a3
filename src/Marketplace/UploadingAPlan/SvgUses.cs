using System.Xml.Linq;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>References that could multiply a drawing without end are cut.</summary>
internal static class SvgUses
{
    /// <summary>Removes each use whose target holds a use itself, holds this one, or is not there.</summary>
    public static void Untangle(XElement root)
    {
        var byId = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf())
            if (element.Attribute("id")?.Value is { } id && !byId.TryAdd(id, element)) element.SetAttributeValue("id", null);
        var uses = root.Descendants(Svg.Space + "use").ToList();
        var tangled = uses.Where(use => !byId.TryGetValue(use.Attribute("href")!.Value[1..], out var target)
            || target.DescendantsAndSelf(Svg.Space + "use").Any() || use.Ancestors().Contains(target)).ToList();
        foreach (var use in tangled) use.Remove();
    }
}
