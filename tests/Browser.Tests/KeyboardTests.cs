using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static EventOps.Browser.Tests.Keyboard;

namespace EventOps.Browser.Tests;

/// <summary>Whole journeys with nothing but a keyboard: the focus is only ever moved by Tab, and always to be seen.</summary>
[Collection(nameof(Installation))]
public sealed class KeyboardTests(Installation installation)
{
    [Fact]
    public async Task A_participant_proposes_stars_plans_and_takes_notes()
    {
        var page = await Guests.Participant(installation);
        await page.GotoAsync("/events/ogtm17/proposals/new");
        await TabTo(page, "input[name=title]");
        await page.Keyboard.TypeAsync("Mit der Tastatur durch den Tag");
        await TabTo(page, "input[name=name]");
        await page.Keyboard.TypeAsync("Svenja Dirkmann");
        await TabTo(page, "main button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/proposals/[0-9a-f-]{36}$"));

        await page.GotoAsync("/events/ogtm17/board");
        await TabTo(page, ".board .star[aria-pressed=false]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".board .star[aria-pressed=true]").First.WaitForAsync();
        await TabTo(page, "a[href$='/board/agenda']", fromTop: true);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/board/agenda");
        await TabTo(page, "#mail-wish input[name=mail]");
        await page.Keyboard.PressAsync("Space");
        await TabTo(page, "#mail-wish button");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#mail-wish input[name=mail]")).ToBeCheckedAsync();

        await TabTo(page, "a[href$='/board/documentation']", fromTop: true);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/board/documentation");
        await TabTo(page, "main a[href*='/board/sessions/']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/board/sessions/[0-9a-f-]{36}$"));
        await TabTo(page, "a[href$='/notes']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/notes");
        await TabTo(page, "textarea[name=body]");
        await page.Keyboard.TypeAsync("Protokoll ohne Maus");
        await TabTo(page, "form[data-note] button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Protokoll ohne Maus").First.WaitForAsync();
        await page.Context.CloseAsync();
    }
}
