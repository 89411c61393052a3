using System.Buffers.Binary;
using EventOps.Marketplace.Pictures;

namespace EventOps.Marketplace.Tests.UploadingAPlan;

public class RasterTests
{
    [Fact]
    public void A_png_keeps_its_pixels_and_loses_its_notes()
    {
        var (raster, fault) = Raster.Read(Png(30, 20, notes: true));
        Assert.Null(fault);
        Assert.Equal(("image/png", 30, 20), (raster!.MediaType, raster.Width, raster.Height));
        Assert.Equal(Png(30, 20, notes: false), raster.Bytes);
    }

    [Fact]
    public void A_jpeg_loses_the_place_where_it_was_taken()
    {
        var (raster, _) = Raster.Read([0xFF, 0xD8, .. Segment(0xE0, "JFIF"u8), .. Segment(0xE1, "Exif GPS"u8), .. Segment(0xFE, "Anna"u8), .. Frame(), 1, 2, 3, 0xFF, 0xD9]);
        Assert.Equal(("image/jpeg", 640, 480), (raster!.MediaType, raster.Width, raster.Height));
        Assert.Equal([0xFF, 0xD8, .. Segment(0xE0, "JFIF"u8), .. Frame(), 1, 2, 3, 0xFF, 0xD9], raster.Bytes);
    }

    [Fact]
    public void Names_and_sizes_are_not_believed()
    {
        Assert.Equal((null, null), Raster.Read("<svg/>"u8.ToArray()));
        Assert.Equal(PictureFault.Broken, Raster.Read(Png(30, 20, notes: false)[..40]).Fault);
        Assert.Equal(PictureFault.Broken, Raster.Read([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1]).Fault);
        Assert.Equal(PictureFault.TooLarge, Raster.Read(Png(12_001, 10, notes: false)).Fault);
        Assert.Equal(PictureFault.TooLarge, Raster.Read(Png(8000, 8000, notes: false)).Fault);
        Assert.Equal(PictureFault.Broken, Raster.Read(Png(-1, 8000, notes: false)).Fault);
        Assert.Equal(PictureFault.TooLarge, Raster.Read([.. Png(1, 1, notes: false), .. new byte[Raster.MostBytes]]).Fault);
    }

    internal static byte[] Png(int width, int height, bool notes)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, head), .. notes ? Chunk("tEXt"u8, [65, 0, 66]) : [], .. Chunk("IDAT"u8, [1, 2, 3]),
            .. notes ? Chunk("eXIf"u8, [9, 9]) : [], .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. name, .. data, 0, 0, 0, 0];
    }

    private static byte[] Segment(byte mark, ReadOnlySpan<byte> data) => [0xFF, mark, 0, (byte)(data.Length + 2), .. data];

    // 480 lines of 640, then the scan.
    private static byte[] Frame() =>
        [.. Segment(0xC0, [8, 1, 0xE0, 2, 0x80, 1, 1, 0x11, 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0])];
}
