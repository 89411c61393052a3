using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>The moderators' board and stage as they are used: by keyboard, by mouse, by two at once, in two taps.</summary>
[Collection(nameof(Installation))]
public sealed class ModeratingTests(Installation installation)
{
    private const string Moderation = "/events/ogtm17/barcamp";
    private const string Free = ".board-cell[data-cell]:not([data-closed]):not(:has([data-session]))";
    private const string Waiting = ".parking-cards [data-session]";

    // What stands where, row by row, the same on the public table and on the moderators'.
    private const string Places = """
        [...document.querySelectorAll('table.board tbody tr')].map(row =>
          [...row.querySelectorAll('td')].map(cell => cell.querySelector('.card-title')?.textContent.trim() ?? '').join('|')).join('\n')
        """;

    [Fact]
    public async Task By_keyboard_alone_a_card_is_picked_up_laid_back_and_moved()
    {
        var page = await installation.Organise(Moderation);
        var card = page.Locator("td [data-session]").Last;
        var (id, from) = (await card.GetAttributeAsync("data-session"), await Cell(card));
        var pick = page.Locator($"#pick-{id}");
        await pick.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".drop:focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Expect(pick).ToBeFocusedAsync();
        Assert.Equal(from, await Cell(card));

        await page.Keyboard.PressAsync("Enter");
        var beside = await Focused(page);
        await page.Keyboard.PressAsync("ArrowRight");
        var chosen = await Focused(page);
        Assert.NotEqual(beside, chosen);
        Assert.NotEqual("park", chosen);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"[data-cell='{chosen}'] [data-session='{id}']")).ToHaveCountAsync(1);
        await Expect(pick).ToBeFocusedAsync();
        await Undo(page, from!, id!);
    }

    [Fact]
    public async Task A_card_is_dragged_by_mouse()
    {
        var page = await installation.Organise(Moderation);
        var (card, cell) = (page.Locator("td [data-session]").Last, page.Locator(Free).Last);
        var (id, from, to) = (await card.GetAttributeAsync("data-session"), await Cell(card), await cell.GetAttributeAsync("data-cell"));
        await card.Locator(".card-title").HoverAsync();
        await page.Mouse.DownAsync();
        await cell.HoverAsync();
        await page.Locator($"[data-cell='{to}'] > .drop").HoverAsync();
        await page.Locator($"[data-cell='{to}'] > .drop").HoverAsync(new() { Position = new() { X = 20, Y = 20 } });
        await page.Mouse.UpAsync();
        await Expect(page.Locator($"[data-cell='{to}'] [data-session='{id}']")).ToHaveCountAsync(1);
        await Undo(page, from!, id!);
    }

    [Fact]
    public async Task What_is_carried_stays_in_hand_while_others_move_theirs()
    {
        var (mine, theirs) = (await installation.Organise(Moderation), await installation.Organise(Moderation));
        var id = await mine.Locator(Waiting).First.GetAttributeAsync("data-session");
        await mine.Locator($"#pick-{id}").FocusAsync();
        await mine.Keyboard.PressAsync("Enter");
        var place = await Focused(mine);
        var other = await theirs.Locator(Waiting).Last.GetAttributeAsync("data-session");
        var to = await theirs.Locator(Free).First.GetAttributeAsync("data-cell");
        await Place(theirs, other!, to!);
        await Expect(mine.Locator($"[data-cell='{to}'] [data-session='{other}']")).ToHaveCountAsync(1);
        await Expect(mine.Locator(".is-carried")).ToHaveAttributeAsync("data-session", id!);
        Assert.Equal(place, await Focused(mine));
        await theirs.Locator(".undo button").ClickAsync();
        await Expect(theirs.Locator($".parking [data-session='{other}']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Two_moderators_want_one_place_the_second_is_offered_another_and_all_see_the_same()
    {
        IPage[] guests = [await Guests.Participant(installation), await Guests.Participant(installation), await installation.Visit("/events/ogtm17/board")];
        var (fast, slow) = (await installation.Organise(Moderation), await installation.Organise("/events"));
        // The slower one hears of nothing: both see the place free.
        await slow.Context.RouteAsync("**/board/changes*", route => route.AbortAsync());
        await slow.GotoAsync(Moderation);
        var wanted = await fast.Locator(Free).First.GetAttributeAsync("data-cell");
        var one = await fast.Locator(Waiting).Nth(0).GetAttributeAsync("data-session");
        var other = await slow.Locator(Waiting).Nth(1).GetAttributeAsync("data-session");
        await Place(fast, one!, wanted!);
        await Expect(fast.Locator($"[data-cell='{wanted}'] [data-session='{one}']")).ToHaveCountAsync(1);

        await Place(slow, other!, wanted!);
        var refusal = slow.Locator("[data-refusal]");
        await Expect(refusal).ToBeFocusedAsync();
        await refusal.Locator("button").ClickAsync();
        await Expect(refusal).ToHaveCountAsync(0);
        await Expect(slow.Locator($"td [data-session='{other}']")).ToHaveCountAsync(1);

        var last = await slow.EvaluateAsync<string>(Places);
        foreach (var page in guests.Append(fast))
        {
            for (var tries = 0; tries < 60 && await page.EvaluateAsync<string>(Places) != last; tries++) await Task.Delay(100);
            Assert.Equal(last, await page.EvaluateAsync<string>(Places));
        }

        foreach (var page in guests) await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_pitch_takes_two_taps_and_stands_on_the_big_screen_meanwhile()
    {
        var stage = await installation.Organise(Moderation + "/pitch", width: 768);
        await stage.GetByRole(AriaRole.Button, new() { Name = "Runde öffnen" }).ClickAsync();
        await Expect(stage.GetByRole(AriaRole.Button, new() { Name = "Runde schließen" })).ToBeVisibleAsync();
        const string Title = "Wie erklären wir Open Data der Oma?";
        var host = await Guests.Participant(installation, width: 320);
        await Guests.Propose(host, Title, "Svenja Dirkmann");
        await host.GetByRole(AriaRole.Button, new() { Name = "anstellen" }).ClickAsync();
        await Expect(stage.Locator(".queue").First).ToContainTextAsync(Title);

        await stage.Locator("[data-key=n]").ClickAsync();
        await Expect(stage.Locator("#stage")).ToHaveTextAsync(Title);
        var screen = await Screen("de", 1920, ColorScheme.Light);
        await Expect(screen.Locator(".screen-stage h2")).ToHaveTextAsync(Title);
        await stage.Locator(".cells button").First.ClickAsync();

        await Expect(stage.Locator("#where")).ToHaveTextAsync("Hat seinen Platz");
        await Expect(host.Locator("main")).ToContainTextAsync(new Regex(@"\d?\d:\d\d Uhr, "));
        await stage.GetByRole(AriaRole.Button, new() { Name = "Später" }).ClickAsync();
        await stage.GetByRole(AriaRole.Button, new() { Name = "Runde schließen" }).ClickAsync();
        await Expect(screen.Locator(".screen-stage")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Screens_and_doors_are_clean_and_readable_from_afar()
    {
        foreach (var (language, width, scheme) in new[] { ("de", 1280, ColorScheme.Light), ("en", 320, ColorScheme.Dark), ("de", 1920, ColorScheme.Light) })
        {
            var screen = await Screen(language, width, scheme);
            var link = screen.Url;
            await Guests.Clean(screen, width);
            var setup = await installation.Organise(Moderation + "/setup");
            var room = (await setup.Locator("a[href*='/setup/rooms/']").First.GetAttributeAsync("href"))!.Split('/')[^1];
            if (width == 1920) Assert.Equal("", await TooSmall(screen));
            await screen.GotoAsync($"{link}/doors/{room}");
            await Guests.Clean(screen, width);
            if (width == 1920) Assert.Equal("", await TooSmall(screen));
            await setup.Context.CloseAsync();
            await screen.Context.CloseAsync();
        }
    }

    private async Task<IPage> Screen(string language, int width, ColorScheme scheme)
    {
        var setup = await installation.Organise(Moderation + "/setup");
        var link = await setup.Locator("a[href*='/board/screen/']").First.GetAttributeAsync("href");
        await setup.Context.CloseAsync();
        var screen = await installation.Visit(new Uri(link!).PathAndQuery, language, width: width, scheme: scheme);
        if (width == 1920) await screen.SetViewportSizeAsync(1920, 1080);
        return screen;
    }

    // Words under 24 px cannot be read at ten metres; words below the edge cannot be read at all.
    private static Task<string> TooSmall(IPage page) => page.EvaluateAsync<string>("""
        [...document.querySelectorAll('main *')].filter(node => [...node.childNodes].some(text => text.nodeType === 3 && text.data.trim())
          && node.getClientRects().length > 0 && !node.closest('.hidden-text, noscript')
          && (parseFloat(getComputedStyle(node).fontSize) < 24 || node.getBoundingClientRect().bottom > innerHeight))
          .map(node => node.outerHTML).join('; ')
        """);

    private static Task<string?> Cell(ILocator card) =>
        card.EvaluateAsync<string?>("card => card.closest('[data-cell]').dataset.cell");

    private static Task<string?> Focused(IPage page) =>
        page.EvaluateAsync<string?>(
            "document.activeElement.matches('.drop') ? document.activeElement.closest('[data-cell]').dataset.cell : null");

    private static async Task Place(IPage page, string session, string cell)
    {
        await page.Locator($"#pick-{session}").ClickAsync();
        await page.Locator($"[data-cell='{cell}'] > .drop").ClickAsync();
    }

    private static async Task Undo(IPage page, string cell, string session)
    {
        await page.Locator(".undo button").ClickAsync();
        await Expect(page.Locator($"[data-cell='{cell}'] [data-session='{session}']")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }
}
