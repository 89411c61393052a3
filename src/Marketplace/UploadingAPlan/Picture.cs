using EventOps.Marketplace.Pictures;
using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>An uploaded file that may lie below a plan: rebuilt, with its shape and the stands that it brings along.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Bytes">Rebuilt, not as they came.</param>
/// <param name="Ratio">Height by width.</param>
/// <param name="Svg">The tree, where it is a drawing.</param>
public sealed record Picture(string MediaType, byte[] Bytes, decimal Ratio, PlanSvg? Svg)
{
    /// <summary>One byte more than the largest file: a request beyond that is not read.</summary>
    public const int LargestRequest = 6 * 1024 * 1024;

    public static (Picture? Picture, PictureFault? Fault) Read(byte[] file)
    {
        var (raster, fault) = Raster.Read(file);
        if (fault is not null) return (null, fault);
        if (raster is not null) return (new(raster.MediaType, raster.Bytes, (decimal)raster.Height / raster.Width, null), null);
        var (svg, wrong) = PlanSvg.Read(file);
        if (svg is null || SvgSize.Box(svg.Root) is not var (_, _, width, height)) return (null, wrong ?? PictureFault.NoSize);
        return (decimal)(height / width) is >= 0.02m and <= 50 and var ratio
            ? (new(PlanFile.Svg, svg.ToBytes(), ratio, svg), null) : (null, PictureFault.NoSize);
    }

    /// <summary>How large the floor is when it is that many metres wide.</summary>
    public Area Floor(decimal width) => new(width, Math.Round(width * Ratio, 2));

    public IReadOnlyList<(string Number, Box Box)> Stands(decimal width) => Svg is null ? [] : SvgStands.Find(Svg, width);
}
