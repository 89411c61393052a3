using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>The product's main job, as people do it: sign up, hold the ticket into a camera, be let in, once.</summary>
[Collection(nameof(Installation))]
public sealed class MainJobTests(Installation installation)
{
    [Fact]
    public async Task A_ticket_from_the_form_is_scanned_green_by_the_camera_and_amber_the_second_time()
    {
        var ticket = await SignUp(await installation.Visit("/events/ogtm17"), "Aylin", "Yüksel-Maier");
        var pdf = await (await ticket.Context.APIRequest.GetAsync($"{ticket.Url}/tickets.pdf")).BodyAsync();
        var picture = await Film.Picture(pdf, installation.Host.Data);
        Assert.Matches("^[A-Z2-7]{173}$", await Film.Code(picture));

        var (browser, scanner) = await installation.See(await Film.Of(picture), "/events/ogtm17/scan?gate=Nord");
        await using var _ = browser;
        await Verdict(scanner, "good");
        await Expect(scanner.Locator("#said")).ToContainTextAsync("Aylin Yüksel-Maier");

        await scanner.GotoAsync("/events/ogtm17/scan?gate=S%C3%BCd");
        await Verdict(scanner, "again");
        await Expect(scanner.Locator("#said")).ToContainTextAsync("Nord");

        var overview = await installation.Organise("/events/ogtm17/attendees?search=Y%C3%BCksel-Maier");
        await Expect(overview.Locator("main")).ToContainTextAsync("Aylin");
    }

    [Fact]
    public async Task Without_scripts_the_way_leads_to_the_ticket_just_the_same()
    {
        var start = await installation.Visit("/", "en", scripts: false);
        await start.GetByRole(AriaRole.Link, new() { Name = "Open Government Day Munich 2017" }).First.ClickAsync();
        var ticket = await SignUp(start, "Grace", "Hopper");
        await Expect(ticket.Locator("h1")).ToHaveTextAsync("You are in.");
        await Expect(ticket.Locator("svg.qr path")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_form_is_filled_in_and_its_errors_are_found()
    {
        var page = await installation.Visit("/events/ogtm17/sign-up", "en", width: 320);
        await page.Locator("button[type=submit]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".error-summary a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("#type$"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task The_typed_code_lets_in_as_well_and_a_made_up_one_does_not()
    {
        var ticket = await SignUp(await installation.Visit("/events/ogtm17"), "Emre", "Öztürk");
        var code = await ticket.Locator(".badge code").First.InnerTextAsync();
        var scanner = await installation.Organise("/events/ogtm17/scan?gate=Nord", width: 420);
        await TypeCode(scanner, "AAAA AAAA AAAA");
        await Verdict(scanner, "stop");
        await scanner.GotoAsync("/events/ogtm17/scan?gate=Nord");
        await TypeCode(scanner, code);
        await Verdict(scanner, "good");
    }

    private static async Task TypeCode(IPage scanner, string code)
    {
        var field = scanner.Locator("input[name=code]").First;
        if (!await field.IsVisibleAsync()) await scanner.Locator("summary").First.ClickAsync();
        await field.FillAsync(code);
        await field.PressAsync("Enter");
    }

    private static Task Verdict(IPage scanner, string tone) =>
        Expect(scanner.Locator($"main[data-tone={tone}], body.door-{tone}").First).ToBeVisibleAsync(new() { Timeout = 20_000 });

    private static async Task<IPage> SignUp(IPage page, string given, string family)
    {
        await page.Locator("main a[href$='/sign-up']").First.ClickAsync();
        await page.Locator("input[name=type]").First.CheckAsync();
        await page.Locator("#givenName-1").FillAsync(given);
        await page.Locator("#familyName-1").FillAsync(family);
        await page.Locator("#email-1").FillAsync("attendee@stadt.example");
        await page.Locator("input[type=radio][name^=q-]").First.CheckAsync();
        await page.WaitForTimeoutAsync(2_100); // forms younger than two seconds are taken for a script's
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/registrations/*");
        return page;
    }
}
