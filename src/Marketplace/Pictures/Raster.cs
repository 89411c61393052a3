using System.Buffers.Binary;

namespace EventOps.Marketplace.Pictures;

/// <summary>
/// A PNG or JPEG known by its first bytes, not by its name; rewritten without what a camera or a program noted about place, time and
/// people.
/// </summary>
public sealed record Raster(string MediaType, int Width, int Height, byte[] Bytes)
{
    public const int MostBytes = Photo.MostBytes;
    private const int LongestSide = 12_000;
    private const long MostPixels = 40_000_000;

    /// <summary>Both null: neither PNG nor JPEG.</summary>
    public static (Raster? Raster, PictureFault? Fault) Read(byte[] file)
    {
        if (!Photo.IsPng(file) && !Photo.IsJpeg(file)) return (null, null);
        if (file.Length > MostBytes) return (null, PictureFault.TooLarge);
        if (Photo.Clean(file) is not var (bytes, type) || Size(bytes) is not var (width, height) || width <= 0 || height <= 0)
            return (null, PictureFault.Broken);
        return width > LongestSide || height > LongestSide || (long)width * height > MostPixels
            ? (null, PictureFault.TooLarge) : (new(type, width, height, bytes), null);
    }

    // The first chunk of a PNG says how large it is, and is there before any other.
    private static (int Width, int Height)? Size(ReadOnlySpan<byte> clean) =>
        !Photo.IsPng(clean) ? JpegPhoto.Size(clean)
        : clean.Length >= 24 && clean.Slice(12, 4).SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(clean[16..]), BinaryPrimitives.ReadInt32BigEndian(clean[20..])) : null;
}
