using EventOps.Ui.Tests.Gallery;
using QRCoder;

namespace EventOps.Ui.Tests.Signs;

[Collection(nameof(Chromium))]
public sealed class SignTests(Chromium chromium)
{
    [Theory]
    [InlineData(277, 320, 27, 32)]
    [InlineData(320, 320, 32, 32)]
    [InlineData(319, 320, 31, 32)]
    [InlineData(1, 320, 1, 32)]
    [InlineData(0, 5, 0, 1)]
    [InlineData(4, 5, 1, 1)]
    [InlineData(900, 2000, 9, 20)]
    public async Task Little_badges_count_in_tens_and_never_look_full_too_early(int taken, int total, int filled, int all)
    {
        using var _ = Language.Use(Language.German);
        var drawing = (await Html.Of<TinyBadges>(new { Taken = taken, Total = total })).QuerySelector("svg")!;
        Assert.Equal(filled, drawing.QuerySelectorAll(".tiny-taken").Length);
        Assert.Equal(all - filled, drawing.QuerySelectorAll(".tiny-free").Length);
        Assert.Equal("img", drawing.GetAttribute("role"));
        Assert.Equal($"{Say.Number(taken)} von {Say.Number(total)} Plätzen sind vergeben", drawing.GetAttribute("aria-label"));
    }

    [Fact]
    public void The_boxes_of_a_code_cover_its_dark_modules_and_nothing_else()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Frames.Payload, QRCodeGenerator.ECCLevel.M);
        var matrix = QrMatrix.Of(Frames.Payload);
        var drawn = matrix.Boxes.SelectMany(box =>
            from y in Enumerable.Range(box.Y, box.Height)
            from x in Enumerable.Range(box.X, box.Width)
            select (x, y)).ToHashSet();
        var dark =
            from y in Enumerable.Range(0, matrix.Size)
            from x in Enumerable.Range(0, matrix.Size)
            where code.ModuleMatrix[y][x]
            select (x, y);
        Assert.True(drawn.SetEquals(dark));
        Assert.All(matrix.Boxes, box => Assert.True(box.X >= 4 && box.Y >= 4 && box.X + box.Width <= matrix.Size - 4));
    }

    [Theory]
    [InlineData(Microsoft.Playwright.ColorScheme.Light)]
    [InlineData(Microsoft.Playwright.ColorScheme.Dark)]
    public async Task The_code_on_a_ticket_page_is_read_by_an_independent_reader(Microsoft.Playwright.ColorScheme scheme)
    {
        var page = await chromium.Open("/gallery/ticket", scheme: scheme);
        var picture = await page.Locator(".qr").ScreenshotAsync();
        Assert.Equal([Frames.Payload], Tool.With(file => file.Write(picture), Tool.QrCodes));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_chart_says_the_same_as_its_table()
    {
        using var _ = Language.Use(Language.German);
        var chart = await Html.Of<BarChart>(new
        {
            Caption = "Ankünfte",
            LabelHead = "Ab",
            ValueHead = "Summe",
            PastHead = "2016",
            Bars = new Bar[] { new("8:00", 6, 1200), new("8:15", 0) },
        });
        Assert.Equal("true", chart.QuerySelector("svg")!.GetAttribute("aria-hidden"));
        Assert.Equal(["8:00", "6", "1.200", "8:15", "0", ""],
            chart.QuerySelectorAll("tbody th, tbody td").Select(cell => cell.TextContent));
    }
}
