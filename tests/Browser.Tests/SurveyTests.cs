using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>A survey from its first question to its published report, as organisers and those who are asked go through it.</summary>
[Collection(nameof(Installation))]
public sealed partial class SurveyTests(Installation installation)
{
    private const string Surveys = "/events/ogtm17/surveys";

    [Fact]
    public async Task Built_answered_with_and_without_scripts_closed_and_read()
    {
        var organiser = await installation.Organise(Surveys);
        await organiser.Locator("input[name='title.de']").FillAsync("Wie war die Werkstatt?");
        await organiser.Locator("form.panel button[type=submit]").ClickAsync();
        await organiser.WaitForURLAsync(SurveyPage());
        var survey = organiser.Url;

        // A question of their own, with a condition on an earlier one.
        await organiser.GotoAsync($"{survey}/questions/new?kind=SingleChoice");
        await organiser.Locator("input[name='text.de']").FillAsync("Kommen Sie wieder?");
        await organiser.Locator("input[name='choice.de']").Nth(0).FillAsync("ja");
        await organiser.Locator("input[name='choice.de']").Nth(1).FillAsync("nein");
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await organiser.GetByText("Kommen Sie wieder?").First.WaitForAsync();
        await organiser.GetByRole(AriaRole.Link, new() { Name = "Vorschau" }).ClickAsync();
        await organiser.GetByText("Das ist eine Vorschau").WaitForAsync();
        await organiser.GotoAsync(survey);
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Umfrage starten" }).ClickAsync();
        await organiser.GetByText("Die Umfrage läuft").First.WaitForAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SurveyGuests.Answer(installation, survey)));
        foreach (var scripts in (bool[])[true, false])
        {
            var page = await Asked(survey, scripts);
            await page.Locator("fieldset.field .scale input[value='4']").First.CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Antwort abschicken" }).ClickAsync();
            await page.WaitForURLAsync("**/thanks");
            await page.Context.CloseAsync();
        }

        await organiser.GotoAsync(survey);
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Umfrage beenden" }).ClickAsync();
        await organiser.GetByText("Die Umfrage ist beendet").First.WaitForAsync();
        await organiser.GotoAsync($"{survey}/report");
        Assert.Contains("12", await organiser.Locator(".figures").TextContentAsync(), StringComparison.Ordinal);
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Veröffentlichen" }).ClickAsync();
        var everybody = await installation.Visit($"{SurveyGuests.ForVisitors(survey)}/report");
        await everybody.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await Guests.Clean(everybody, 1280);
        await everybody.Context.CloseAsync();
        await organiser.Context.CloseAsync();
    }

    [Fact]
    public async Task A_browser_with_scripts_sends_its_answer_without_any_cookie()
    {
        var page = await Asked(await Running());
        var sent = new List<(string Path, bool Cookies)>();
        page.Request += async (_, request) =>
        {
            if (request.Method == "POST")
                sent.Add(
                    (new Uri(request.Url).AbsolutePath.Split('/')[^1], (await request.AllHeadersAsync()).ContainsKey("cookie")));
        };
        await page.GetByRole(AriaRole.Button, new() { Name = "Weiter" }).ClickAsync();
        await page.GetByText("Seite 2 von 2").First.WaitForAsync();
        sent.Clear();
        await page.Locator(".nps input[value='9']").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Antwort abschicken" }).ClickAsync();
        await page.WaitForURLAsync("**/thanks");
        Assert.Equal([("ballot", false), ("paper", true), ("ballot", false)], sent);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_half_filled_survey_waits_in_the_browser_and_nowhere_else()
    {
        var page = await Asked(await Running());
        await page.Locator(".matrix .scale input[value='5']").First.CheckAsync();
        var address = page.Url;
        await page.GotoAsync("/");
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator(".matrix .scale input[value='5']").First).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_state_of_the_pages_is_clean()
    {
        var survey = await Running();
        foreach (var (language, width, scheme) in new[] { ("de", 1280, ColorScheme.Light), ("en", 320, ColorScheme.Dark) })
        {
            var page = await Asked(survey, language: language, width: width, scheme: scheme);
            await Guests.Clean(page, width);
            var choices = page.Locator("form.survey input[type=checkbox]");
            for (var choice = 0; choice < 4; choice++) await choices.Nth(choice).CheckAsync(); // three may be chosen
            await page.Locator(".form-foot .button").First.ClickAsync();
            await page.Locator(".error-summary").WaitForAsync();
            await Guests.Clean(page, width);
            await choices.First.UncheckAsync();
            await page.Locator(".form-foot .button").First.ClickAsync();
            await page.Locator(".nps").First.WaitForAsync();
            await Guests.Clean(page, width);
            await page.GotoAsync("/events/ogtm17/survey-privacy");
            await Guests.Clean(page, width);
            await page.Context.ClearCookiesAsync(); // nobody's any more
            await page.GotoAsync($"{SurveyGuests.ForVisitors(survey)}?lang={language}");
            await Guests.Clean(page, width);
            await page.Context.CloseAsync();
            var staff = await installation.Organise(Surveys, language, width, scheme);
            await Guests.Clean(staff, width);
            foreach (var path in new[] { "", "/terms", "/invitations", "/report", "/questions/new?kind=Matrix",
                "/questions/new?kind=MultipleChoice" })
            {
                await staff.GotoAsync(new Uri(survey).PathAndQuery + path);
                await Guests.Clean(staff, width);
            }

            await staff.Context.CloseAsync();
        }
    }

    [GeneratedRegex("/surveys/[0-9a-f-]{36}$")]
    private static partial Regex SurveyPage();

    // This year's survey of the demo.
    private async Task<string> Running()
    {
        var organiser = await installation.Organise(Surveys);
        var link = await organiser.GetByRole(AriaRole.Link, new() { Name = "Wie war Ihr Tag?" }).First.GetAttributeAsync("href");
        await organiser.Context.CloseAsync();
        return new Uri(installation.Host.Address, link).ToString();
    }

    private Task<IPage> Asked(
        string survey, bool scripts = true, string language = "de", int width = 1280, ColorScheme scheme = ColorScheme.Light) =>
        SurveyGuests.Asked(installation, survey, scripts, language, width, scheme);
}
