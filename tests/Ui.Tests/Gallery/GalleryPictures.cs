using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EventOps.Ui.Tests.Gallery;

/// <summary>Each page of the gallery in both themes, on a desk and on the narrowest phone.</summary>
[Collection(nameof(Chromium))]
public sealed class GalleryPictures(Chromium chromium)
{
    public static readonly TheoryData<string> Pages = new()
    {
        "event", "signup", "ticket", "dashboard", "lost", "error", "refusal", "door-good", "door-again", "door-stop",
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_passes_axe_in_both_themes_and_languages(string name)
    {
        foreach (var (scheme, language, width) in new[]
            { (ColorScheme.Light, "de", 1280), (ColorScheme.Dark, "en", 1280), (ColorScheme.Light, "en", 320) })
        {
            var page = await chromium.Open($"/gallery/{name}", language, scheme, width);
            await Picture(page, $"{name}-{scheme}-{width}");
            var found = (await page.RunAxe()).Violations;
            Assert.True(found.Length == 0, string.Join("\n", found.SelectMany(rule => rule.Nodes.Select(node =>
                $"{scheme} {width} {rule.Id}: {node.Html} {string.Join("; ", node.Any.Select(check => check.Message))}"))));
            await page.Context.CloseAsync();
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Nothing_sticks_out_on_a_phone_of_320_pixels(string name)
    {
        var page = await chromium.Open($"/gallery/{name}", width: 320);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    // For eyes: EVENTOPS_PICTURES names a folder outside of the source tree.
    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("EVENTOPS_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
