using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>The organisers' pages around a survey, in both languages, wide and light, narrow and dark.</summary>
[Collection(nameof(Installation))]
public sealed class SurveyPagesTests(Installation installation)
{
    private const string Now = "/events/ogtm17";
    private const string LastYear = "/events/ogtm16";

    [Theory]
    [InlineData("de", 1280, ColorScheme.Light)]
    [InlineData("en", 320, ColorScheme.Dark)]
    public async Task Every_page_is_clean(string language, int width, ColorScheme scheme)
    {
        // One window for all: what is looked at are pages, not windows.
        var page = await installation.Organise($"{LastYear}/surveys", language, width, scheme);
        var survey = await page.Locator("table a").First.GetAttributeAsync("href");
        await page.GotoAsync($"{survey}/report");
        var by = await page.Locator("select[name=by] option").First.GetAttributeAsync("value");
        var promise = await page.Locator("a[href*='/promises/new']").First.GetAttributeAsync("href");
        await page.GotoAsync($"{survey}/report?filter=");
        var group = await page.Locator("#filter-1 option").Nth(1).GetAttributeAsync("value");
        foreach (var path in (string?[])
        [
            $"{survey}/report?by={by}", $"{survey}/report?filter={Uri.EscapeDataString(group!)}", $"{survey}/texts",
            $"{survey}/export", $"{Now}/polls", $"{Now}/promises/edit", $"{LastYear}/promises/edit", promise,
        ])
        {
            await page.GotoAsync(path!);
            await Guests.Clean(page, width);
        }

        await page.Locator("form[action$='/promises/new'] button").ClickAsync();
        await page.Locator(".error-summary").WaitForAsync();
        await Guests.Clean(page, width);
        await Import(page, $"{survey}", width);
        await page.Context.CloseAsync();
    }

    // What was exported comes back as an import: its pages before and after the look into the file.
    private static async Task Import(IPage page, string survey, int width)
    {
        await page.GotoAsync($"{survey}/export");
        var link = await page.Locator("a[href$='.lss'], a[href*='lss']").First.GetAttributeAsync("href");
        var file = await (await page.Context.APIRequest.GetAsync(link!)).BodyAsync();
        await page.GotoAsync($"{Now}/surveys/import");
        await Guests.Clean(page, width);
        await page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "survey.lss", MimeType = "application/xml", Buffer = file });
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("form[action$='/import/make']").WaitForAsync();
        await Guests.Clean(page, width);
    }
}
