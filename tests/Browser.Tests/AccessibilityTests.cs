using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>axe on every page of the demo, in both languages, at 320 px and in the dark; nothing scrolls sideways.</summary>
[Collection(nameof(Installation))]
public sealed class AccessibilityTests(Installation installation)
{
    private const string Missing = "/nothing-here";

    [Theory]
    [InlineData("/")]
    [InlineData("/events/ogtm17")]
    [InlineData("/events/ogtm17/sign-up")]
    [InlineData("/events/ogtm17/sign-up?people=2")]
    [InlineData("/privacy")]
    [InlineData("/accessibility")]
    [InlineData("/imprint")]
    [InlineData("/sign-in")]
    [InlineData(Missing)]
    [InlineData("/dev/mail")]
    public Task Public_pages_are_clean(string path) => Check(
        path, (language, width, scheme) => installation.Visit(path, language, width: width, scheme: scheme));

    [Theory]
    [InlineData("/events")]
    [InlineData("/events/new")]
    [InlineData("/events/ogtm17/overview")]
    [InlineData("/events/ogtm17/setup")]
    [InlineData("/events/ogtm17/attendees")]
    [InlineData("/events/ogtm17/badges")]
    [InlineData("/events/ogtm17/devices")]
    [InlineData("/events/ogtm17/scan?gate=Nord")]
    [InlineData("/events/ogtm17/barcamp")]
    [InlineData("/events/ogtm17/barcamp/setup")]
    [InlineData("/events/ogtm17/barcamp/pitch")]
    [InlineData("/account")]
    [InlineData("/members")]
    [InlineData("/tokens")]
    [InlineData("/operations/messages")]
    public Task Organisers_pages_are_clean(string path) => Check(
        path, (language, width, scheme) => installation.Organise(path, language, width, scheme));

    private static async Task Check(string path, Func<string, int, ColorScheme, Task<IPage>> open)
    {
        foreach (var (language, width, scheme) in new[] { ("de", 1280, ColorScheme.Light), ("en", 320, ColorScheme.Dark) })
        {
            var page = await open(language, width, scheme);
            Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
            Assert.Equal(path == Missing, await page.Locator("main .lost").CountAsync() > 0);
            var found = (await page.RunAxe()).Violations;
            Assert.True(found.Length == 0, $"{page.Url} {language} {width}: " + string.Join(
                "; ", found.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(node => node.Html))}")));
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{page.Url} scrolls sideways at {width}");
            await page.Context.CloseAsync();
        }
    }
}
