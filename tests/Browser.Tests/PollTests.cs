using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>A live poll from its plan to its result: an organiser, a projector, and phones without scripts.</summary>
[Collection(nameof(Installation))]
public sealed class PollTests(Installation installation)
{
    private const string Event = "/events/ogtm17";

    [Fact]
    public async Task The_screen_follows_the_phones()
    {
        var organiser = await installation.Organise($"{Event}/polls");
        await organiser.FillAsync("#poll-text\\.de", "Was soll der nächste Tag vor allem sein?");
        await organiser.FillAsync("#poll-choices\\.de", "Werkstatt\nMarktplatz\nBürgerhaushaltsbeteiligungsverfahrensdiskussion");
        await Guests.Clean(organiser, 1280);
        await organiser.Locator("form[action$='/polls'] button[type=submit]").ClickAsync();
        await organiser.WaitForSelectorAsync("form[action$='/open']");
        await Guests.Clean(organiser, 1280);
        var staff = new Uri(organiser.Url).AbsolutePath;
        var phone = staff.Replace("/polls/", "/poll/", StringComparison.Ordinal);

        var screen = await installation.Visit($"{staff}/screen", width: 1920);
        var early = await installation.Visit(phone, "en", width: 320, scheme: ColorScheme.Dark);
        await organiser.Locator("form[action$='/open'] button").ClickAsync();
        await early.WaitForSelectorAsync("form.survey"); // it began while they looked
        await Guests.Clean(early, 320);
        foreach (var vote in (int[])[0, 0, 0, 1, 2])
        {
            var one = await installation.Visit(phone, width: 390, scripts: false);
            await one.Locator("form.survey input[type=radio]").Nth(vote).CheckAsync();
            await one.Locator("form.survey button").ClickAsync();
            await Assertions.Expect(one.Locator("[role=status]").First).ToContainTextAsync("Ihre Stimme ist da");
            await one.Context.CloseAsync();
        }

        await Assertions.Expect(screen.Locator("#poll-bars li").First).ToContainTextAsync("60\u00A0%");
        await Guests.Clean(screen, 1920);
        await organiser.Locator("form[action$='/close'] button").ClickAsync();
        await Assertions.Expect(screen.Locator(".screen-foot")).ToContainTextAsync("beendet");
        await Assertions.Expect(screen.Locator("#poll-news")).ToContainTextAsync("Vorn: Werkstatt mit 60\u00A0%");
        await Assertions.Expect(early.Locator("#poll-bars li").First).ToContainTextAsync("3 votes");
        await Guests.Clean(early, 320);
    }
}
