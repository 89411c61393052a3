using System.Text.RegularExpressions;

namespace EventOps.Ui.Tests.Frame;

[Collection(nameof(Chromium))]
public sealed partial class StyleTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Gallery.GalleryPictures.Pages), MemberType = typeof(Gallery.GalleryPictures))]
    public async Task A_page_holds_no_inline_style_or_script_and_one_heading_of_the_first_level(string name)
    {
        var page = Html.Parse(await chromium.Site.Client.GetStringAsync(new Uri($"/gallery/{name}", UriKind.Relative)));
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes),
            attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll("h1"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task The_style_sheet_holds_every_file_and_may_be_kept_for_a_year()
    {
        var files = Directory.GetFiles(Path.Combine(Site.Root, "src/Ui/wwwroot/css"), "*.css")
            .Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(files.Order(), StyleSheet.Files.Order());
        using var answer = await chromium.Site.Client.GetAsync(new Uri(StyleSheet.Url, UriKind.Relative));
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains(".error-summary", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Own_scripts_stay_small_and_ask_no_other_host()
    {
        foreach (var script in Directory.GetFiles(Path.Combine(Site.Root, "src/Ui/wwwroot/js"), "*.js"))
        {
            Assert.True(File.ReadLines(script).Count() < 100, script);
            Assert.DoesNotMatch(OtherHost(), File.ReadAllText(script));
        }
    }

    [Fact]
    public async Task A_pages_typeface_comes_from_the_own_host()
    {
        var page = await chromium.Open("/gallery/event");
        Assert.True(await page.EvaluateAsync<bool>(
            "document.fonts.ready.then(() => [...document.fonts].some(font => font.status === 'loaded'))"));
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("https?://")]
    private static partial Regex OtherHost();
}
