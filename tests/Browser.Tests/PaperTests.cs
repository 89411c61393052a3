using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>Proposed schedules, files, notes and the history of the demo's barcamp: clean pages, and two who write into one note.</summary>
[Collection(nameof(Installation))]
public sealed class PaperTests(Installation installation)
{
    private const string Event = "/events/ogtm17";

    [Theory]
    [InlineData("/barcamp/schedule")]
    [InlineData("/barcamp/schedule?mode=placed&seed=3")]
    [InlineData("/barcamp/files")]
    [InlineData("/barcamp/history")]
    [InlineData("/board/documentation")]
    public async Task Pages_are_clean(string path)
    {
        foreach (var (language, width, scheme) in new[] { ("de", 1280, ColorScheme.Light), ("en", 320, ColorScheme.Dark) })
            await Clean(await installation.Organise(Event + path, language, width, scheme), width);
    }

    [Fact]
    public async Task A_sessions_page_and_its_notes_are_clean()
    {
        foreach (var (language, width, scheme) in new[] { ("de", 1280, ColorScheme.Light), ("en", 320, ColorScheme.Dark) })
        {
            var session = await Session(await installation.Organise(Event + "/board/documentation", language, width, scheme));
            await Clean(await installation.Organise(session, language, width, scheme), width);
            await Clean(await installation.Organise(session + "/notes", language, width, scheme), width);
        }
    }

    [Fact]
    public async Task Two_who_type_into_one_note_both_find_all_of_it_and_keep_their_place()
    {
        var path = await Session(await installation.Organise(Event + "/board/documentation")) + "/notes";
        var (one, other) = (await installation.Organise(path), await installation.Organise(path));
        var (mine, theirs) = (one.Locator("#body"), other.Locator("#body"));
        await mine.FillAsync("Anfang\n\nEnde");
        await Expect(theirs).ToHaveValueAsync("Anfang\n\nEnde", new() { Timeout = 20_000 });
        await theirs.FocusAsync();
        await other.Keyboard.PressAsync("Control+End");
        await mine.FocusAsync();
        await one.Keyboard.PressAsync("Control+Home");
        await Task.WhenAll(
            mine.PressSequentiallyAsync("Ganz zu ", new() { Delay = 90 }),
            theirs.PressSequentiallyAsync(" und Ausblick", new() { Delay = 90 }));
        foreach (var text in new[] { mine, theirs })
            await Expect(text).ToHaveValueAsync("Ganz zu Anfang\n\nEnde und Ausblick", new() { Timeout = 20_000 });
        Assert.Equal("Ganz zu ".Length, await mine.EvaluateAsync<int>("text => text.selectionStart"));
        Assert.Equal("body", await one.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task A_step_of_a_proposed_schedule_is_taken_over_without_leaving_the_page()
    {
        var page = await installation.Organise(Event + "/barcamp/schedule?mode=placed");
        await page.Locator(".chain button[type=submit]").First.ClickAsync();
        await Expect(page.Locator(".undo")).ToBeVisibleAsync();
        await Expect(page.Locator(".chain").First).ToContainTextAsync("Übernommen");
    }

    private static async Task<string> Session(IPage page) =>
        (await page.Locator(".documented h2 a").First.GetAttributeAsync("href"))!;

    private static async Task Clean(IPage page, int width)
    {
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0, $"{page.Url} {width}: " + string.Join(
            "; ", found.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(node => node.Html))}")));
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{page.Url} scrolls sideways at {width}");
        await page.Context.CloseAsync();
    }
}
