using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>A live poll from its plan to its result: an organiser, a projector, and phones without scripts.</summary>
[Collection(nameof(Installation))]
public sealed class PollTests(Installation installation)
{
    private const string Event = "/events/ogtm17";

    [Fact]
    public async Task The_screen_follows_the_phones()
    {
        var organiser = await installation.Organise($"{Event}/polls");
        await organiser.FillAsync("#poll-text\\.de", "Was soll der nächste Tag vor allem sein?");
        await organiser.FillAsync("#poll-choices\\.de", "Werkstatt\nMarktplatz\nBürgerhaushaltsbeteiligungsverfahrensdiskussion");
        await Clean(organiser);
        await organiser.Locator("form[action$='/polls'] button[type=submit]").ClickAsync();
        await organiser.WaitForSelectorAsync("form[action$='/open']");
        await Clean(organiser);
        var staff = new Uri(organiser.Url).AbsolutePath;
        var phone = staff.Replace("/polls/", "/poll/", StringComparison.Ordinal);

        var screen = await installation.Visit($"{staff}/screen", width: 1920);
        var early = await installation.Visit(phone, "en", width: 320, scheme: ColorScheme.Dark);
        await organiser.Locator("form[action$='/open'] button").ClickAsync();
        await early.WaitForSelectorAsync("form.survey"); // it began while they looked
        await Clean(early);
        foreach (var vote in (int[])[0, 0, 0, 1, 2])
        {
            var one = await installation.Visit(phone, width: 390, scripts: false);
            await one.Locator("form.survey input[type=radio]").Nth(vote).CheckAsync();
            await one.Locator("form.survey button").ClickAsync();
            await Assertions.Expect(one.Locator("[role=status]").First).ToContainTextAsync("Ihre Stimme ist da");
            await one.Context.CloseAsync();
        }

        await Assertions.Expect(screen.Locator("#poll-bars li").First).ToContainTextAsync("60\u00A0%");
        await Clean(screen);
        await organiser.Locator("form[action$='/close'] button").ClickAsync();
        await Assertions.Expect(screen.Locator(".screen-foot")).ToContainTextAsync("beendet");
        await Assertions.Expect(screen.Locator("#poll-news")).ToContainTextAsync("Vorn: Werkstatt mit 60\u00A0%");
        await Assertions.Expect(early.Locator("#poll-bars li").First).ToContainTextAsync("3 votes");
        await Clean(early);
    }

    [Theory]
    [InlineData($"{Event}/surveys/import")]
    [InlineData($"{Event}/promises/edit")]
    public async Task Organisers_pages_are_clean(string path)
    {
        await Clean(await installation.Organise(path));
        await Clean(await installation.Organise(path, "en", 320, ColorScheme.Dark));
    }

    private static async Task Clean(IPage page)
    {
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0, $"{page.Url}: " + string.Join(
            "; ", found.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(node => node.Html))}")));
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways");
    }
}
