using Microsoft.Playwright;
using static EventOps.Browser.Tests.Guests;

namespace EventOps.Browser.Tests;

/// <summary>Every page around stands and bills in the states that occur: wide and light, narrow and dark.</summary>
[Collection(nameof(Installation))]
public sealed class MarketPagesTests(Installation installation, MarketPagesTests.Shared shared)
    : IClassFixture<MarketPagesTests.Shared>
{
    /// <summary>A fair with a stand that is taken, an invitation, a payment nobody knows, and money to pay back.</summary>
    public sealed class Shared(Installation installation) : IAsyncLifetime
    {
        internal MarketFair Fair { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Fair = await MarketFair.Open(installation, "markt-ansehen");
            await Fair.Extra("Stehtisch", 20);
            await Fair.Single("Eckstand", "C1");
            var zone = await Fair.Zone("Werkstatt", "Approval", "A4");
            var (organiser, exhibitors, settings) = (Fair.Organiser, $"{Fair.Market}/exhibitors", "/billing/settings");
            (string, string) email = ("email", "insights@projekt.example");
            await Forms.Send(organiser, exhibitors, exhibitors, ("organisation", "InsightsDE"), email, ("zone", zone));
            await Forms.Send(organiser, settings, settings, ("iban", BankFile.Account));
            var booked = await Fair.Exhibitor("Polyteia");
            await Fair.Book(booked, "C1");
            var entry = $"{Fair.Exhibit}/entry";
            await Forms.Send(booked, entry, entry, ("about.de", "Haushalt für alle."), ("topics", "Offene Daten"));
            var gone = await Fair.Exhibitor("Werdenktwas");
            await Fair.Book(gone, "B4");
            await BankFile.Import(organiser, "Werdenktwas", (await Fair.Invoiced(gone), 297.5m), ("Spende", 12.34m));
            await Fair.GiveBack(gone);
            foreach (var window in (IPage[])[booked, gone]) await window.Context.CloseAsync();
        }

        public Task DisposeAsync() => Fair.Organiser.Context.CloseAsync();
    }

    private MarketFair Fair => shared.Fair;

    [Fact]
    public Task Exhibitors_and_visitors_have_clean_pages() => Task.WhenAll(
        Visit("de", 1280, ColorScheme.Light, "B1"), Visit("en", 320, ColorScheme.Dark, "B2"));

    [Fact]
    public Task Organisers_have_clean_pages() => Task.WhenAll(
        Organise("de", 1280, ColorScheme.Light), Organise("en", 320, ColorScheme.Dark));

    private async Task Visit(string language, int width, ColorScheme scheme, string stand)
    {
        var page = await installation.Visit(Fair.Exhibit, language, width: width, scheme: scheme);
        await Clean(page, width);
        await Wrong(page, "form.panel button[type=submit]", width);
        var (exhibit, directory) = (Fair.Exhibit, Fair.Directory);
        await Look(page, width, $"{exhibit}/asked", directory, $"{directory}?q=nirgends", $"{directory}/C1", $"{directory}/B3");
        await Fair.Enter(page, $"Projekt {language}");
        await Clean(page, width);
        await Look(page, width, $"{exhibit}/plan", await Fair.Choice(stand), await Fair.Choice("C1"), await Fair.Choice("A4"));
        await page.Locator("form[action$='/applications'] button").ClickAsync();
        await page.Locator("[role=status] .notice").WaitForAsync();
        await Look(page, width, $"{exhibit}/mine", await Fair.Choice("A4"));
        await Waiting(page, width);

        await Fair.Hold(page, stand);
        await Look(page, width, $"{exhibit}/booking", $"{exhibit}/mine", $"{exhibit}/entry", $"{exhibit}/payer");
        await Wrong(page, "main form button[type=submit]", width);
        await Fair.Confirm(page);
        await Fair.Invoiced(page);
        await Clean(page, width);
        foreach (var link in (string[])["a[href$='/cancel']", "a[href*='/swap/']", "a[href*='/bills/']"])
        {
            await page.GotoAsync($"{exhibit}/mine");
            await page.Locator(link).First.ClickAsync();
            await page.WaitForLoadStateAsync();
            await Clean(page, width);
        }

        await page.Context.CloseAsync();
    }

    private async Task Organise(string language, int width, ColorScheme scheme)
    {
        var page = await installation.Organise(Fair.Market, language, width, scheme);
        await Clean(page, width);
        string[] paths =
            ["plan", "plan/grid", "plan/stands/new", "plan/zones/new", "plan/history", "placing", "extras", "exhibitors", "terms"];
        await Look(page, width, [.. paths.Select(path => $"{Fair.Market}/{path}")]);
        await page.Locator("[name=hold]").FillAsync("0");
        await Wrong(page, "main form.stack-l button[type=submit]", width);
        await page.GotoAsync($"{Fair.Market}/exhibitors?q=Polyteia");
        await page.Locator("tbody a").ClickAsync();
        await page.Locator("form[action$='/moves']").WaitForAsync();
        await Clean(page, width);
        await page.Locator("a[href^='/billing/']").ClickAsync();
        await page.Locator("#history").WaitForAsync();
        await Clean(page, width);
        await Look(page, width, $"/billing?event={Fair.Slug}", "/billing/statements", "/billing/payments", "/billing/refunds");
        await page.GotoAsync("/billing/payments");
        await page.Locator("[aria-labelledby=unmatched] tbody a").First.ClickAsync();
        await page.Locator("form[action$='/shares']").WaitForAsync();
        await Clean(page, width);
        await Look(page, width, "/billing/settings");
        await page.Locator("[name=zip]").FillAsync("");
        await Wrong(page, "form[action='/billing/settings'] button", width);
        await page.Context.CloseAsync();
    }

    // On the list for a stand of a kind that is taken, and off it again.
    private async Task Waiting(IPage page, int width)
    {
        var taken = await Fair.Choice("C1");
        await page.GotoAsync(taken);
        await page.Locator("button[value=join]").ClickAsync();
        await page.Locator("button[value=leave]").WaitForAsync();
        await Clean(page, width);
        await page.Locator("button[value=leave]").ClickAsync();
        await page.Locator("button[value=join]").WaitForAsync();
    }
}
