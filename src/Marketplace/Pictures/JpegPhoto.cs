using System.Buffers.Binary;

namespace EventOps.Marketplace.Pictures;

/// <summary>The segments of a JPEG file that draw it, and nothing else.</summary>
internal static class JpegPhoto
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9, Exif = 0xE1, Adobe = 0xEE;

    public static bool Clean(ReadOnlySpan<byte> file, MemoryStream kept)
    {
        kept.Write(file[..2]);
        var turned = false;
        for (var at = 2; at + 4 <= file.Length;)
        {
            if (file[at] != 0xFF) return false;
            var mark = file[at + 1];
            if (mark == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length) return false;
            var segment = file.Slice(at, length + 2);
            if (mark == Exif && !turned && Orientation(segment[4..]) is > 1 and var orientation)
            {
                WriteOrientation(kept, orientation);
                turned = true;
            }

            // Notes of programs and cameras are APP1 to APP15 and comments; APP14 says how colours are coded.
            if (mark is not ((> 0xE0 and <= 0xEF and not Adobe) or 0xFE)) kept.Write(segment);
            at += segment.Length;
            if (mark != StartOfScan) continue;
            var scan = ScanLength(file[at..]);
            kept.Write(file.Slice(at, scan));
            at += scan;
            // Some phones append a film or a second picture: the file ends with its image.
            if (at + 2 <= file.Length && file[at + 1] == EndOfImage)
            {
                kept.Write([0xFF, EndOfImage]);
                return true;
            }
        }

        return false;
    }

    /// <summary>Width and height as it is shown; null where no frame says so.</summary>
    public static (int Width, int Height)? Size(ReadOnlySpan<byte> clean)
    {
        var turned = false;
        for (var at = 2; at + 9 <= clean.Length && clean[at] == 0xFF;)
        {
            var (mark, length) = (clean[at + 1], BinaryPrimitives.ReadUInt16BigEndian(clean[(at + 2)..]));
            // From 5 on the picture lies on its side (TIFF 6.0, tag 0x0112).
            if (mark == Exif) turned = Orientation(clean.Slice(at + 4, length - 2)) >= 5;
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(clean[(at + 5)..]), width = BinaryPrimitives.ReadUInt16BigEndian(clean[(at + 7)..]);
                return turned ? (height, width) : (width, height);
            }

            at += length + 2;
        }

        return null;
    }

    // Inside a scan a mark is data when a zero follows, and a restart mark belongs to it.
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at + 1 < rest.Length; at++)
        {
            if (rest[at] == 0xFF && rest[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
        }

        return rest.Length;
    }

    // Tag 0x0112 of the first directory of an Exif block (TIFF 6.0).
    private static int? Orientation(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8)) return null;
        var tiff = exif[6..];
        if (tiff.Length < 14) return null;
        var isLittle = tiff[0] == 'I';
        var first = Int(tiff[4..], isLittle);
        if (first < 8 || first + 2 > tiff.Length) return null;
        var entries = Short(tiff[(int)first..], isLittle);
        for (var entry = 0; entry < entries && first + 14 + entry * 12 <= tiff.Length; entry++)
        {
            var field = tiff.Slice((int)first + 2 + entry * 12, 12);
            if (Short(field, isLittle) == 0x0112)
                return Short(field[8..], isLittle) is >= 1 and <= 8 and var known ? known : null;
        }

        return null;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Int(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static void WriteOrientation(MemoryStream kept, int orientation) => kept.Write([
        0xFF, Exif, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0,
        (byte)orientation, 0, 0, 0, 0, 0, 0,
    ]);
}
