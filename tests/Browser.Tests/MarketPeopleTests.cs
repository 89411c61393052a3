using Microsoft.Playwright;
using static EventOps.Browser.Tests.Guests;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>Who works at stands, who visits them, and the day before: wide and light, narrow and dark.</summary>
[Collection(nameof(Installation))]
public sealed class MarketPeopleTests(Installation installation, MarketPeopleTests.Shared shared)
    : IClassFixture<MarketPeopleTests.Shared>
{
    /// <summary>A fair whose exhibitors drive up at the east gate, and test their power.</summary>
    public sealed class Shared(Installation installation) : IAsyncLifetime
    {
        internal MarketFair Fair { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Fair = await MarketFair.Open(installation, "markt-leute");
            await Fair.Team(2, "Gäste");
            var (plan, day) = ($"{Fair.Market}/set-up-day/plan", $"{DateTime.UtcNow.Date.AddDays(39):yyyy-MM-dd}");
            await Forms.Send(
                Fair.Organiser, plan, $"{Fair.Market}/set-up-day/slots", ("gate", "Osttor"), ("from", $"{day}T14:00"),
                ("until", $"{day}T15:00"), ("capacity", "4"));
            await Forms.Send(Fair.Organiser, plan, $"{Fair.Market}/set-up-day/tasks", ("text.de", "Strom geprüft"));
        }

        public Task DisposeAsync() => Fair.Organiser.Context.CloseAsync();
    }

    private MarketFair Fair => shared.Fair;

    [Fact]
    public Task Teams_contacts_and_the_set_up_day() => Task.WhenAll(
        Exhibit("de", 1280, ColorScheme.Light, "A1"), Exhibit("en", 320, ColorScheme.Dark, "A2"));

    [Fact]
    public async Task Two_exhibitors_swap_when_both_say_yes()
    {
        var (one, two) = (await Fair.Exhibitor("Bürgeramt"), await Fair.Exhibitor("Stadtwerke"));
        await Fair.Book(one, "B1");
        await Fair.Book(two, "B2");
        await one.GotoAsync($"{Fair.Exhibit}/mine");
        await one.Locator("a[href*='/swap/']").ClickAsync();
        await one.Locator("select[name=stand]").SelectOptionAsync(await Fair.Stand("B2"));
        await one.Locator("form[action*='/swap/'] button").ClickAsync();
        await Expect(one.GetByRole(AriaRole.Status)).ToContainTextAsync("Die andere Seite weiß Bescheid");

        await two.GotoAsync($"{Fair.Exhibit}/mine");
        await Clean(two, 1280);
        await two.Locator("form[action*='/swaps/'] button[value=accept]").ClickAsync();
        await Expect(two.GetByRole(AriaRole.Status)).ToContainTextAsync("Die Stände sind getauscht");
        await Expect(two.Locator("main")).ToContainTextAsync("Stand B1");
        await one.GotoAsync($"{Fair.Exhibit}/mine");
        await Expect(one.Locator("main")).ToContainTextAsync("Stand B2");
        foreach (var window in (IPage[])[one, two]) await window.Context.CloseAsync();
    }

    private async Task Exhibit(string language, int width, ColorScheme scheme, string stand)
    {
        var page = await installation.Visit(Fair.Exhibit, language, width: width, scheme: scheme);
        await Fair.Enter(page, $"Projekt {language}");
        await Look(page, width, $"{Fair.Exhibit}/team", $"{Fair.Exhibit}/contacts");
        await Fair.Book(page, stand);
        await Team(page, width);
        await SetUp(page, width);
        await Problem(page, width, language);
        var (visitor, code) = await Fair.Visitor(language, width, scheme);
        await Clean(visitor, width);
        await Contact(page, visitor, width, code, stand);
        foreach (var window in (IPage[])[page, visitor]) await window.Context.CloseAsync();
        await Organise(language, width, scheme);
    }

    private async Task Team(IPage page, int width)
    {
        await page.GotoAsync($"{Fair.Exhibit}/team");
        await Wrong(page, "form[aria-labelledby=add] button", width);
        await page.Locator("[name=given]").FillAsync("Aylin");
        await page.Locator("[name=family]").FillAsync("Yüksel-Maier");
        await page.Locator("[name=email]").FillAsync("aylin@projekt.example");
        await page.Locator("form[aria-labelledby=add] button").ClickAsync();
        await Expect(page.Locator("main ul h2")).ToContainTextAsync("Aylin Yüksel-Maier");
        // The ticket comes by message.
        await Forms.Until(async () =>
        {
            await page.ReloadAsync();
            return await page.Locator("main ul .is-good").CountAsync() == 1;
        }, "No ticket was sent.");
        await Clean(page, width);
        await page.Locator("main ul a").ClickAsync();
        await page.Locator("[name=given]").FillAsync("");
        await Wrong(page, "main form button[type=submit]", width);
    }

    private async Task SetUp(IPage page, int width)
    {
        await Look(page, width, $"{Fair.Exhibit}/set-up");
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await page.Locator("form[action$='/slot'] button").ClickAsync();
        await page.Locator("[role=status] .notice").WaitForAsync();
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.Locator("form[action*='/stands/'] button").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await Clean(page, width);
    }

    // With a picture, and by somebody without an account, who sees what becomes of it.
    private async Task Problem(IPage page, int width, string language)
    {
        await page.GotoAsync($"{Fair.Exhibit}/set-up/problem");
        await Wrong(page, "main form button[type=submit]", width);
        await page.Locator("[name=text]").FillAsync($"Kein Strom ({language})");
        await page.Locator("select[name=stand]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var picture = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg });
        await page.Locator("[name=photo]")
            .SetInputFilesAsync(new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = picture });
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[aria-labelledby=issues]")).ToContainTextAsync("Kein Strom");
        await Clean(page, width);

        await Look(page, width, $"/events/{Fair.Slug}/report-a-problem");
        await Wrong(page, "main form button[type=submit]", width);
        await page.Locator("[name=text]").FillAsync("Die Tür klemmt");
        await page.Locator("[name=place]").FillAsync("Saal 2");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/problems/**");
        await Clean(page, width);
    }

    // The badge is read, the phone turned round, yes said; then the visitor takes it back on the own page.
    private async Task Contact(IPage page, IPage visitor, int width, string code, string stand)
    {
        await Look(page, width, $"{Fair.Exhibit}/contacts/scan");
        await page.Locator("[name=code]").FillAsync("ABC");
        await Wrong(page, "main form button[type=submit]", width);
        await page.Locator("[name=code]").FillAsync(code);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("button[value=yes]").WaitForAsync();
        await Expect(page.Locator("body")).Not.ToContainTextAsync("Dirkmann");
        await Clean(page, width);
        await page.Locator("button[value=yes]").ClickAsync();
        await page.Locator("[role=status] .notice").WaitForAsync();
        await page.GotoAsync($"{Fair.Exhibit}/contacts");
        await Expect(page.Locator("tbody")).ToContainTextAsync("Svenja Dirkmann");
        await Clean(page, width);

        var own = $"/events/{Fair.Slug}/my-visits";
        await Look(visitor, width, $"{Fair.Directory}/{stand}/visit", $"{Fair.Directory}/{stand}/contact", own);
        await visitor.Locator("form[action$='/withdrawal'] button").ClickAsync();
        await visitor.Locator("[role=status] .notice").WaitForAsync();
        await Clean(visitor, width);
        await page.ReloadAsync();
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Dirkmann");
        await Clean(page, width);
        await Look(visitor, width, $"{Fair.Directory}/B4/visit");
        await visitor.Context.ClearCookiesAsync();
        await Look(visitor, width, own, $"{Fair.Directory}/{stand}/visit", $"{Fair.Directory}/{stand}/contact");
    }

    private async Task Organise(string language, int width, ColorScheme scheme)
    {
        var page = await installation.Organise(Fair.Market, language, width, scheme);
        await Look(
            page, width, $"{Fair.Market}/figures", $"{Fair.Market}/signs", $"{Fair.Market}/plan/picture",
            $"{Fair.Market}/set-up-day/plan");
        await Wrong(page, "form[aria-labelledby=new-slot] button", width);
        await Wrong(page, "form[aria-labelledby=new-task] button", width);
        await page.GotoAsync($"{Fair.Market}/set-up-day");
        await Expect(page.Locator(".issue-photo").First).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await page.Locator(".issue-photo").First.EvaluateAsync<int>("image => image.naturalWidth") > 0);
        await Clean(page, width);
        await page.Context.CloseAsync();
    }
}
