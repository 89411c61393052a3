using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>From an empty event to a marketplace where exhibitors can book.</summary>
[Collection(nameof(Installation))]
public sealed class MarketDrawingTests(Installation installation)
{
    [Fact]
    public async Task An_organiser_draws_rows_moves_a_stand_by_keys_opens_and_offers_an_extra()
    {
        var fair = await MarketFair.Plan(installation, "markt-zeichnen");
        var page = fair.Organiser;
        await page.GotoAsync(fair.Market);
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan zeichnen" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Reihen von Ständen zeichnen" }).ClickAsync();
        await page.GetByLabel("Reihen", new() { Exact = true }).FillAsync("2");
        await page.GetByLabel("Stände je Reihe").FillAsync("4");
        await page.GetByLabel("Preis, netto (€)").FillAsync("250");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reihen zeichnen" }).ClickAsync();
        await Expect(page.Locator(".page-head")).ToContainTextAsync("8 Stände auf 18 × 13 m");

        await Moves(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Regeln" }).ClickAsync();
        await page.GetByLabel("Aussteller können sich anmelden und Stände buchen").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Gespeichert");
        await Expect(page.GetByLabel("Aussteller können sich anmelden und Stände buchen")).ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Extras" }).ClickAsync();
        await page.GetByLabel("Name auf Deutsch").FillAsync("Stehtisch");
        await page.GetByLabel("Nettopreis in Euro").FillAsync("15");
        await page.GetByLabel("Vorrat").FillAsync("20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToContainTextAsync(new Regex(@"Stehtisch\s+15,00.€\s*20\s+0\s+20"));

        var exhibitor = await installation.Visit(fair.Exhibit);
        await Expect(exhibitor.GetByRole(AriaRole.Button, new() { Name = "Link schicken" })).ToBeVisibleAsync();
        await exhibitor.Context.CloseAsync();
    }

    // Three steps and a leap into the aisle below, told to the server by itself.
    private static async Task Moves(IPage page)
    {
        var moved = page.Locator("[data-plan=edit] [data-stand]").First;
        var before = await Top(moved);
        await Keyboard.TabTo(page, "[data-plan=edit] [data-stand]");
        foreach (var key in (string[])["ArrowDown", "ArrowDown", "ArrowDown", "Shift+ArrowDown"])
            await page.Keyboard.PressAsync(key);
        var saved = (before + 1.3m).ToString("0.###", CultureInfo.InvariantCulture);
        await Expect(moved.Locator("rect").First).ToHaveAttributeAsync("y", saved);
        await Expect(moved).ToBeFocusedAsync(); // the answer takes nobody's place away
        await page.ReloadAsync();
        await Expect(moved.Locator("rect").First).ToHaveAttributeAsync("y", saved);
    }

    private static async Task<decimal> Top(ILocator stand) =>
        decimal.Parse((await stand.Locator("rect").First.GetAttributeAsync("y"))!, CultureInfo.InvariantCulture);
}
