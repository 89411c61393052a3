using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>How exhibitors come to a stand, lose the race for one, give one back, and are found by visitors.</summary>
[Collection(nameof(Installation))]
public sealed class MarketBookingTests(Installation installation, MarketBookingTests.Shared shared)
    : IClassFixture<MarketBookingTests.Shared>
{
    /// <summary>One event for all of them; each has stands of its own.</summary>
    public sealed class Shared(Installation installation) : IAsyncLifetime
    {
        internal MarketFair Fair { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Fair = await MarketFair.Open(installation, "markt-buchen");
            await Fair.Extra("Stehtisch", 20);
            await Fair.Zone("Werkstatt", "Approval", "A4");
        }

        public Task DisposeAsync() => Fair.Organiser.Context.CloseAsync();
    }

    private MarketFair Fair => shared.Fair;

    [Fact]
    public async Task With_the_keyboard_alone_from_the_mail_to_a_booked_stand_and_who_comes_second_is_told()
    {
        var email = $"{Guid.NewGuid():N}@stadt.example";
        var page = await installation.Visit(Fair.Exhibit);
        await Keyboard.Type(page, "organisation", "Stadt Friedrichshafen");
        await Keyboard.Type(page, "contact", "Svenja Dirkmann");
        await Keyboard.Type(page, "email", email);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Sehen Sie in Ihre E-Mails").WaitForAsync();
        await page.GotoAsync(await Fair.LinkTo(email));
        await Expect(page).ToHaveURLAsync(new Regex("/exhibit/mine$")); // the secret stands in no address

        await Keyboard.Press(page, "main a[href$='/plan']", "**/exhibit/plan");
        await Keyboard.TabTo(page, "[data-stand]");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(":focus")).ToHaveAttributeAsync(
            "aria-label", new Regex("^Stand B2, frei, 3.×.2.m, 250,00.€"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{await Fair.Choice("B2")}");
        var second = await Fair.Exhibitor("Zu spät e. V.");
        await second.GotoAsync(await Fair.Choice("B2"));
        await Keyboard.Press(page, "form[action$='/hold'] button", "**/exhibit/booking");
        await Books(page);

        await second.GetByRole(AriaRole.Button, new() { Name = "Diesen Stand wählen" }).ClickAsync();
        await Expect(second.Locator("main")).ToContainTextAsync("Diesen Stand hat schon jemand anderes.");
        await Guests.Clean(second, 1280);
        await second.GetByRole(AriaRole.Link, new() { Name = "Einen anderen Stand aussuchen" }).ClickAsync();
        await Expect(second.Locator("[data-plan] [aria-label^='Stand B2, gebucht']")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_applies_and_is_approved_chooses_a_stand()
    {
        var exhibitor = await Fair.Exhibitor("Smarter Together");
        await exhibitor.GotoAsync(await Fair.Choice("A4"));
        await exhibitor.GetByRole(AriaRole.Button, new() { Name = "Bewerben" }).ClickAsync();
        await Expect(exhibitor.GetByRole(AriaRole.Status)).ToContainTextAsync("Ihre Bewerbung ist da");

        var organiser = Fair.Organiser;
        await organiser.GotoAsync(Fair.Market);
        await organiser.GetByRole(AriaRole.Link, new() { Name = "Eine Bewerbung wartet auf Ihre Antwort." }).ClickAsync();
        await organiser.GetByRole(AriaRole.Link, new() { Name = "Smarter Together" }).ClickAsync();
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Annehmen" }).ClickAsync();
        var application = organiser.GetByRole(AriaRole.Form, new() { Name = "Bewerbung für Werkstatt" });
        await Expect(application).ToContainTextAsync("angenommen");

        await exhibitor.GotoAsync(await Fair.Choice("A4"));
        await exhibitor.GetByRole(AriaRole.Button, new() { Name = "Diesen Stand wählen" }).ClickAsync();
        await Expect(exhibitor.Locator("h1")).ToHaveTextAsync("Stand A4 ist für Sie reserviert");
        await exhibitor.Context.CloseAsync();
    }

    [Fact]
    public async Task A_stand_is_given_back_after_its_fee_was_told_and_is_free_for_everybody()
    {
        var exhibitor = await Fair.Exhibitor("GovBot");
        await Fair.Book(exhibitor, "A1");
        var visitor = await installation.Visit($"{Fair.Directory}/A1");
        await Expect(visitor.Locator("main")).ToContainTextAsync("Wer hier ist, hat sich noch nicht vorgestellt.");

        await exhibitor.GotoAsync($"{Fair.Exhibit}/mine");
        await exhibitor.GetByRole(AriaRole.Link, new() { Name = "Stand zurückgeben" }).ClickAsync();
        await Expect(exhibitor.Locator("main")).ToContainTextAsync(
            "Heute kostet das 25\u00A0% des Preises: 62,50\u00A0€ zzgl. Steuer.");
        await exhibitor.GetByRole(AriaRole.Button, new() { Name = "Zurückgeben" }).ClickAsync();
        await Expect(exhibitor.GetByRole(AriaRole.Status)).ToContainTextAsync("Der Stand ist zurückgegeben");
        await Expect(exhibitor.Locator("main")).ToContainTextAsync("Sie haben noch keinen Stand");

        await visitor.ReloadAsync();
        await Expect(visitor.Locator("main")).ToContainTextAsync("An diesem Stand ist noch niemand.");
        await exhibitor.Context.CloseAsync();
        await visitor.Context.CloseAsync();
    }

    [Fact]
    public async Task A_visitor_finds_a_stand_by_its_topic_and_sees_where_it_is_on_a_phone()
    {
        var exhibitor = await Fair.Exhibitor("Sag's doch");
        await Fair.Book(exhibitor, "B4");
        await exhibitor.GotoAsync($"{Fair.Exhibit}/mine");
        await exhibitor.GetByRole(AriaRole.Link, new() { Name = "Eintrag bearbeiten" }).ClickAsync();
        await exhibitor.GetByLabel("Auf Deutsch").FillAsync("Bürgerinnen und Bürger melden, was in der Stadt kaputt ist.");
        await exhibitor.GetByLabel("Themen").FillAsync("Mängelmelder, Offene Daten");
        await exhibitor.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await exhibitor.GetByText("Besucher können über Sie lesen.").WaitForAsync();

        var visitor = await installation.Visit(Fair.Directory, width: 320);
        await visitor.GetByLabel("Thema").SelectOptionAsync("Mängelmelder");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Suchen" }).ClickAsync();
        await Expect(visitor.GetByRole(AriaRole.Status)).ToContainTextAsync("1 Aussteller.");
        await Guests.Clean(visitor, 320);
        await visitor.GetByRole(AriaRole.Link, new() { Name = "Sag's doch", Exact = true }).ClickAsync();
        await Expect(visitor.Locator("h1")).ToHaveTextAsync("Sag's doch");
        await visitor.Locator("#plan").ScrollIntoViewIfNeededAsync();
        await Expect(visitor.Locator("[data-plan] .is-here")).ToBeInViewportAsync();
        await Guests.Clean(visitor, 320);
        await exhibitor.Context.CloseAsync();
        await visitor.Context.CloseAsync();
    }

    // An extra, a payer that is an authority, and the button that costs money.
    private static async Task Books(IPage page)
    {
        await Keyboard.TabTo(page, "[name^='extra-']");
        await page.Keyboard.TypeAsync("2");
        await Keyboard.TabTo(page, "form[action$='/extras'] button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("tfoot")).ToContainTextAsync("280,00\u00A0€");
        await Keyboard.Press(page, "main a[href*='/payer']", "**/payer?next=booking");
        await Keyboard.TabTo(page, "[name=kind]");
        await page.Keyboard.TypeAsync("eine Behörde");
        await Keyboard.Type(page, "street", "Adenauerplatz 1");
        await Keyboard.Type(page, "zip", "88045");
        await Keyboard.Type(page, "city", "Friedrichshafen");
        await Keyboard.Type(page, "reference", "04011000-1234512345-06");
        await Keyboard.Press(page, "main form button", "**/exhibit/booking");
        await Expect(page.Locator("main")).ToContainTextAsync("Die Rechnung geht an Stadt Friedrichshafen.");
        await Keyboard.Press(page, "form[action$='/confirm'] button", "**/mine?done=booked");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Der Stand gehört Ihnen");
    }
}
