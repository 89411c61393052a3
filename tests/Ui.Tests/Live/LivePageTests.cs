using EventOps.Ui.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Ui.Tests.Live;

[Collection(nameof(Chromium))]
public sealed class LivePageTests(Chromium chromium)
{
    private static long s_position;

    [Fact]
    public async Task A_search_answers_while_typing_and_keeps_the_address_right()
    {
        var page = await chromium.Open("/live");
        await page.GetByLabel("Suche").PressSequentiallyAsync("ober");
        await Expect(page.Locator("#found")).ToHaveTextAsync("Gesucht: ober");
        await Expect(page).ToHaveURLAsync(chromium.Site.Url + "/live?q=ober");
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_search_works_without_scripts()
    {
        var page = await chromium.Open("/live", scripts: false);
        await page.GetByLabel("Suche").FillAsync("ober");
        await page.GetByLabel("Suche").PressAsync("Enter");
        await Expect(page.Locator("#found")).ToHaveTextAsync("Gesucht: ober");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_refresh_eats_nothing_typed_moves_no_focus_and_closes_nothing()
    {
        var page = await Live();
        await page.GetByLabel("Noch eine").FillAsync("fertig getippt");
        await page.Locator("#more summary").ClickAsync();
        await page.GetByLabel("Notiz").FillAsync("halb get");
        Announce(LiveMessage.Changed);
        await Expect(page.Locator("#count")).ToHaveTextAsync($"{chromium.Site.Count}");
        Assert.Equal("halb get", await page.GetByLabel("Notiz").InputValueAsync());
        Assert.Equal("fertig getippt", await page.GetByLabel("Noch eine").InputValueAsync());
        Assert.Equal("note", await page.EvaluateAsync<string>("document.activeElement.id"));
        await Expect(page.Locator("#more p")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Html_that_is_sent_replaces_the_element_with_its_id_only()
    {
        var page = await Live();
        Announce(id => new(id, "replace", "<section id=\"part\"><p>Neuer\nTeil</p></section><p id=\"nowhere\">nirgends</p>"));
        await Expect(page.Locator("#part")).ToHaveTextAsync("Neuer Teil");
        Assert.Equal(0, await page.Locator("#nowhere").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_that_comes_back_keeps_what_was_typed_and_shows_its_errors()
    {
        var page = await chromium.Open("/live");
        await page.EvaluateAsync("document.querySelector('#said').noValidate = true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sagen" }).ClickAsync();
        await Expect(page.Locator("#said .error-summary")).ToBeFocusedAsync();
        await page.GetByLabel("Wort").FillAsync("Servus");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sagen" }).ClickAsync();
        await Expect(page.Locator("#told")).ToHaveTextAsync("Gesagt: Servus");
        await Expect(page).ToHaveURLAsync(chromium.Site.Url + "/live?said=1");
        await Expect(page.Locator(".error-summary")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync(chromium.Site.Url + "/live");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_streams_do_not_pass_the_page_asks_by_itself()
    {
        chromium.Site.StreamsBroken = true;
        try
        {
            var page = await chromium.Open("about:blank");
            await page.Clock.InstallAsync();
            var refused = page.WaitForResponseAsync("**/live/stream");
            await page.GotoAsync(chromium.Site.Url + "/live");
            Assert.Equal(503, (await refused).Status);
            chromium.Site.Count++;
            var count = page.Locator("#count");
            for (var turn = 0; turn < 10 && await count.TextContentAsync() != $"{chromium.Site.Count}"; turn++)
                await page.Clock.RunForAsync(12_000);
            await Expect(count).ToHaveTextAsync($"{chromium.Site.Count}");
            await page.Context.CloseAsync();
        }
        finally
        {
            chromium.Site.StreamsBroken = false;
        }
    }

    // The page is there when its stream is.
    private async Task<IPage> Live()
    {
        var page = await chromium.Open("about:blank");
        var stream = page.WaitForResponseAsync("**/live/stream");
        await page.GotoAsync(chromium.Site.Url + "/live");
        await stream;
        return page;
    }

    private void Announce(Func<long, LiveMessage> message)
    {
        chromium.Site.Count++;
        chromium.Site.Hub.Publish("numbers", message(Interlocked.Increment(ref s_position)));
    }
}
