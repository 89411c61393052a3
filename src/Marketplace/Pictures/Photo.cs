using System.Buffers.Binary;

namespace EventOps.Marketplace.Pictures;

/// <summary>
/// A photo without what cameras write beside the picture: place, time, device, preview. Known by its first bytes, not by its
/// name. PNG (RFC 2083), JPEG (ISO 10918) and WebP (RFC 9649); which way up a JPEG is, stays.
/// </summary>
public static class Photo
{
    public const int MostBytes = 5 * 1024 * 1024;

    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(PngMark);

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file is [0xFF, 0xD8, 0xFF, ..];

    /// <summary>The clean picture and its media type; null for anything else, and for what is broken.</summary>
    public static (byte[] Bytes, string Type)? Clean(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes) return null;
        using var kept = new MemoryStream(file.Length);
        return file switch
        {
            _ when IsJpeg(file) && JpegPhoto.Clean(file, kept) => (kept.ToArray(), "image/jpeg"),
            _ when IsPng(file) && Png(file, kept) => (kept.ToArray(), "image/png"),
            [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] when WebP(file, kept) =>
                (kept.ToArray(), "image/webp"),
            _ => null,
        };
    }

    // Chunks: length, name, data, checksum. What stands behind the last one is no picture.
    private static bool Png(ReadOnlySpan<byte> file, MemoryStream kept)
    {
        kept.Write(PngMark);
        var hasPicture = false;
        for (var at = PngMark.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12) return false;
            var chunk = file.Slice(at, (int)length + 12);
            if (Draws(chunk.Slice(4, 4))) kept.Write(chunk);
            hasPicture |= chunk.Slice(4, 4).SequenceEqual("IDAT"u8);
            if (chunk.Slice(4, 4).SequenceEqual("IEND"u8)) return hasPicture;
            at += chunk.Length;
        }

        return false;
    }

    private static bool Draws(ReadOnlySpan<byte> name) =>
        (char.IsAsciiLetterUpper((char)name[0]) && char.IsAsciiLetterUpper((char)name[1]))
        || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("cHRM"u8)
            || name.SequenceEqual("sRGB"u8);

    // Chunks: name, length, data, filled up to an even number of bytes. The first of an extended file says what follows.
    private static bool WebP(ReadOnlySpan<byte> file, MemoryStream kept)
    {
        const byte exifAndXmp = 0b0000_1100;
        kept.Write(file[..12]);
        var hasPicture = false;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var padded = length + (length & 1);
            if (length > file.Length - at - 8) return false;
            var chunk = file.Slice(at, (int)Math.Min(8 + padded, file.Length - at));
            var name = chunk[..4];
            if (name.SequenceEqual("VP8X"u8) && length >= 1)
            {
                kept.Write(chunk[..8]);
                kept.WriteByte((byte)(chunk[8] & ~exifAndXmp));
                kept.Write(chunk[9..]);
            }
            else if (name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8) || name.SequenceEqual("ALPH"u8))
            {
                kept.Write(chunk);
                hasPicture |= name[3] != 'H';
            }

            at += chunk.Length;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(kept.GetBuffer().AsSpan(4), (uint)(kept.Length - 8));
        return hasPicture;
    }
}
