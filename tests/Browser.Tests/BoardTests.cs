using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>The public side of the demo's barcamp: clean in both languages and schemes, by keyboard alone, and while others change it.</summary>
[Collection(nameof(Installation))]
public sealed class BoardTests(Installation installation)
{
    private const string Board = "/events/ogtm17/board";
    private const string Proposals = "/events/ogtm17/proposals";

    [Theory]
    [InlineData(Board)]
    [InlineData(Board + "?view=list")]
    [InlineData(Board + "?q=daten")]
    [InlineData(Board + "/hashtags")]
    [InlineData(Proposals)]
    [InlineData(Proposals + "/new")]
    public async Task Pages_for_everybody_are_clean(string path)
    {
        foreach (var (language, width, scheme) in new[] { ("de", 1280, ColorScheme.Light), ("en", 320, ColorScheme.Dark) })
        {
            var page = await installation.Visit(path, language, width: width, scheme: scheme);
            await Guests.Clean(page, width);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Pages_of_a_participant_are_clean()
    {
        foreach (var (language, width, scheme) in new[] { ("de", 1280, ColorScheme.Light), ("en", 320, ColorScheme.Dark) })
        {
            var page = await Guests.Participant(installation, language, width, scheme);
            var proposal = await page.Locator(".board .card-title a").First.GetAttributeAsync("href");
            foreach (var path in new[] { Board, Proposals, proposal!, Proposals + "/new", Board + "/agenda" })
            {
                await page.GotoAsync(path);
                await Guests.Clean(page, width);
            }

            // Somebody else's invitation to host together.
            await page.GotoAsync(await CoHostLink());
            await Guests.Clean(page, width);

            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_star_is_given_by_keyboard_alone_and_stands_in_the_own_plan()
    {
        var page = await Guests.Participant(installation, "de", 1280, ColorScheme.Light);
        var star = page.Locator(".board .star[aria-pressed=false]").First;
        var card = page.Locator(".board .card", new() { Has = page.Locator(".star[aria-pressed=false]") }).First;
        var title = await card.Locator(".card-title").TextContentAsync();
        await star.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".board .star[aria-pressed=true]").First.WaitForAsync();
        await page.GotoAsync(Board + "/agenda");
        Assert.Contains(title!, await page.Locator("#agenda").TextContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_half_typed_proposal_survives_twenty_changes_a_second_with_its_focus()
    {
        var page = await Guests.Participant(installation, "de", 1280, ColorScheme.Light);
        await page.GotoAsync(Proposals + "/new");
        var title = page.Locator("input[name=title]");
        await title.FocusAsync();
        using var enough = new CancellationTokenSource();
        var changing = Change(page.Url, enough.Token);
        const string Typed = "Darf der Bot auf Bairisch antworten?";
        await title.PressSequentiallyAsync(Typed, new() { Delay = 120 });
        await enough.CancelAsync();
        var changes = await changing;
        Assert.True(changes >= 40, $"Only {changes} changes.");
        Assert.Equal(Typed, await title.InputValueAsync());
        Assert.Equal("title", await page.EvaluateAsync<string>("document.activeElement.name"));
        await page.Locator("#twins", new() { HasText = "Bairisch" }).WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_a_proposal_is_made_by_forms_alone()
    {
        var page = await Guests.Participant(installation, "de", 1280, ColorScheme.Light, scripts: false);
        await page.GotoAsync(Proposals + "/new");
        await page.Locator("input[name=title]").FillAsync("Geht das auch ohne JavaScript?");
        await page.Locator("input[name=name]").FillAsync("Svenja Dirkmann");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vorschlagen" }).ClickAsync();
        Assert.Equal("Geht das auch ohne JavaScript?", await page.Locator("h1").TextContentAsync());
        await page.Context.CloseAsync();
    }

    private async Task<string> CoHostLink()
    {
        var host = await Guests.Participant(installation);
        await Guests.Propose(host, "Wer hilft mir?", "Korbinian Huber");
        var link = await host.Locator("a[href*='/join/']").First.GetAttributeAsync("href");
        await host.Context.CloseAsync();
        return link!;
    }

    // Hides and shows a proposal by the JSON API, again and again: each is a change that every open page hears of.
    private async Task<int> Change(string url, CancellationToken enough)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", installation.Host.Demo("organiserToken"));
        var all = await http.GetFromJsonAsync<JsonElement>("/api/v1" + Proposals, CancellationToken.None);
        var hidden = $"/api/v1{Proposals}/{all.GetProperty("proposals")[0].GetProperty("id").GetString()}/hidden";
        var changes = 0;
        while (!enough.IsCancellationRequested)
        {
            using var hide = await http.PutAsync(new Uri(hidden, UriKind.Relative), null, CancellationToken.None);
            using var show = await http.DeleteAsync(new Uri(hidden, UriKind.Relative), CancellationToken.None);
            changes += 2;
            await Task.Delay(60, CancellationToken.None);
        }

        return changes;
    }
}
