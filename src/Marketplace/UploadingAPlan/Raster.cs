using System.Buffers.Binary;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>
/// A PNG or JPEG known by its first bytes, not by its name; rewritten without what a camera or a program noted about place, time and
/// people.
/// </summary>
public sealed record Raster(string MediaType, int Width, int Height, byte[] Bytes)
{
    public const int MostBytes = 5 * 1024 * 1024;
    private const int LongestSide = 12_000;
    private const long MostPixels = 40_000_000;

    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Both null: neither PNG nor JPEG.</summary>
    public static (Raster? Raster, PictureFault? Fault) Read(byte[] file)
    {
        var isPng = file.AsSpan().StartsWith(PngMark);
        var isJpeg = file is [0xFF, 0xD8, 0xFF, ..];
        if (!isPng && !isJpeg) return (null, null);
        if (file.Length > MostBytes) return (null, PictureFault.TooLarge);
        var read = isPng ? Png(file) : Jpeg(file);
        if (read is not var (width, height, bytes) || width <= 0 || height <= 0) return (null, PictureFault.Broken);
        return width > LongestSide || height > LongestSide || (long)width * height > MostPixels
            ? (null, PictureFault.TooLarge)
            : (new(isPng ? "image/png" : "image/jpeg", width, height, bytes), null);
    }

    // Chunks: length, name, data, checksum. Only those that make the picture stay.
    private static (int Width, int Height, byte[] Bytes)? Png(byte[] file)
    {
        using var kept = new MemoryStream();
        kept.Write(PngMark);
        var (width, height, pixels) = (0, 0, false);
        for (var at = PngMark.Length; at + 12L <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12) return null;
            var chunk = file.AsSpan(at, (int)length + 12);
            var name = chunk.Slice(4, 4);
            if (width == 0)
            {
                if (!name.SequenceEqual("IHDR"u8) || length != 13) return null;
                width = BinaryPrimitives.ReadInt32BigEndian(chunk[8..]);
                height = BinaryPrimitives.ReadInt32BigEndian(chunk[12..]);
            }

            if (Draws(name)) kept.Write(chunk);
            pixels |= name.SequenceEqual("IDAT"u8);
            if (name.SequenceEqual("IEND"u8)) return pixels ? (width, height, kept.ToArray()) : null;
            at += chunk.Length;
        }

        return null;
    }

    private static bool Draws(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("IHDR"u8) || name.SequenceEqual("PLTE"u8) || name.SequenceEqual("tRNS"u8)
            || name.SequenceEqual("gAMA"u8)
        || name.SequenceEqual("sRGB"u8) || name.SequenceEqual("cHRM"u8) || name.SequenceEqual("IDAT"u8)
            || name.SequenceEqual("IEND"u8);

    // Segments: mark, length, data. APP1 to APP13, APP15 and comments hold places, previews and words; APP14 says how colours are coded.
    private static (int Width, int Height, byte[] Bytes)? Jpeg(byte[] file)
    {
        using var kept = new MemoryStream();
        kept.Write(file.AsSpan(0, 2));
        var (width, height) = (0, 0);
        for (var at = 2; at + 4 <= file.Length;)
        {
            if (file[at] != 0xFF) return null;
            var mark = file[at + 1];
            if (mark == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            if (length < 2 || at + 2 + length > file.Length) return null;
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && length >= 8)
            {
                height = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 5));
                width = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 7));
            }

            if (mark is not (>= 0xE1 and <= 0xED or 0xEF or 0xFE)) kept.Write(file.AsSpan(at, length + 2));
            at += length + 2;
            if (mark != 0xDA) continue;
            kept.Write(file.AsSpan(at)); // the picture itself goes to the end
            return (width, height, kept.ToArray());
        }

        return null;
    }
}
