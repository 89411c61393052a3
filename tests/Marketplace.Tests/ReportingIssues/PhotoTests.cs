using System.Buffers.Binary;
using System.Text;
using EventOps.Marketplace.Pictures;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Marketplace.Tests.ReportingIssues;

public class PhotoTests
{
    private const string Secret = "48.137154,11.576124 Marienplatz";

    [Fact]
    public void A_jpeg_loses_place_and_comment_and_what_was_appended_and_stays_upright()
    {
        byte[] exif = [.. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0,
            .. Bytes(Secret)];
        byte[] scan = [0xFF, 0xDA, 0, 4, 1, 2, 9, 0xFF, 0x00, 9, 0xFF, 0xD3, 9];
        byte[] file = [0xFF, 0xD8, .. Segment(0xE0, "JFIF"u8), .. Segment(0xE1, exif), .. Segment(0xFE, Bytes(Secret)),
            .. Segment(0xDB, [1]), .. scan, 0xFF, 0xD9, .. Bytes(Secret)];
        var (bytes, type) = Photo.Clean(file)!.Value;
        Assert.Equal("image/jpeg", type);
        Assert.False(Holds(bytes, Secret));
        Assert.True(bytes.AsSpan().IndexOf((byte[])[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]) > 0);
        Assert.True(bytes.AsSpan().EndsWith((byte[])[.. scan, 0xFF, 0xD9]));
    }

    [Fact]
    public void A_progressive_jpeg_keeps_its_tables_between_scans()
    {
        byte[] file = [0xFF, 0xD8, .. Segment(0xC2, [8]), 0xFF, 0xDA, 0, 2, 1, 2, .. Segment(0xC4, [7]),
            .. Segment(0xE5, Bytes(Secret)), 0xFF, 0xDA, 0, 2, 3, 0xFF, 0xD9];
        byte[] clean = [0xFF, 0xD8, .. Segment(0xC2, [8]), 0xFF, 0xDA, 0, 2, 1, 2, .. Segment(0xC4, [7]), 0xFF, 0xDA, 0, 2, 3,
            0xFF, 0xD9];
        Assert.Equal(clean, Photo.Clean(file)!.Value.Bytes);
    }

    [Fact]
    public void A_png_keeps_only_what_draws()
    {
        byte[] mark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        byte[] file = [.. mark, .. Chunk("IHDR", new byte[13]), .. Chunk("tEXt", Bytes(Secret)), .. Chunk("eXIf", Bytes(Secret)),
            .. Chunk("IDAT", [1, 2]), .. Chunk("IEND", []), .. Bytes(Secret)];
        Assert.Equal([.. mark, .. Chunk("IHDR", new byte[13]), .. Chunk("IDAT", [1, 2]), .. Chunk("IEND", [])],
            Photo.Clean(file)!.Value.Bytes);
    }

    [Fact]
    public void A_webp_loses_exif_and_xmp_and_says_so()
    {
        byte[] body = [.. Riff("VP8X", [0b0000_1100, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. Riff("VP8 ", [1, 2, 3]),
            .. Riff("EXIF", Bytes(Secret)), .. Riff("XMP ", Bytes(Secret))];
        byte[] kept = [.. Riff("VP8X", [0, 0, 0, 0, 1, 0, 0, 1, 0, 0]), .. Riff("VP8 ", [1, 2, 3])];
        Assert.Equal(WebP(kept), Photo.Clean(WebP(body))!.Value.Bytes);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public void What_is_no_photo_is_refused_whatever_it_is_called(string text) => Assert.Null(Photo.Clean(Bytes(text)));

    [Fact]
    public void Whatever_stands_behind_a_photos_first_bytes_nothing_breaks_and_clean_stays_clean() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements<byte[]>([0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], WebP([])).ToArbitrary(),
        ArbMap.Default.ArbFor<byte[]>(),
        (mark, rest) => Photo.Clean([.. mark, .. rest]) is not var (bytes, _)
            || Photo.Clean(bytes)!.Value.Bytes.SequenceEqual(bytes)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static bool Holds(byte[] file, string text) => file.AsSpan().IndexOf(Bytes(text)) >= 0;

    private static byte[] Segment(byte mark, ReadOnlySpan<byte> data) =>
        [0xFF, mark, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Chunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Bytes(name), .. data, 0, 0, 0, 0];
    }

    private static byte[] Riff(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. Bytes(name), .. length, .. data, .. new byte[data.Length & 1]];
    }

    private static byte[] WebP(byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length + 4);
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. body];
    }
}
