using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>
/// From the organiser's button to the participant's answer: the invitation is a mail, and its link leads to the first question.
/// </summary>
[Collection(nameof(Installation))]
public sealed class SurveyInvitingTests(Installation installation)
{
    private const string Title = "Wie war es für die Presse?";

    [Fact]
    public async Task The_link_of_an_invitation_leads_to_the_first_question_and_the_answer_is_counted()
    {
        var guest = await SurveyGuests.Came(installation, "Presse");
        var organiser = await installation.Organise("/events/ogtm17/surveys");
        await organiser.Locator("input[name='title.de']").FillAsync(Title);
        await organiser.Locator("form.panel button[type=submit]").ClickAsync();
        await organiser.WaitForURLAsync(new Regex("/surveys/[0-9a-f-]{36}$"));
        var survey = organiser.Url;
        await organiser.GotoAsync($"{survey}/terms");
        await organiser.GetByLabel("Presse").CheckAsync();
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Umfrage starten" }).ClickAsync();
        await organiser.GetByText("Die Umfrage läuft").First.WaitForAsync();
        using (var http = new HttpClient { BaseAddress = installation.Host.Address }) await SurveyGuests.Form(http, survey, guest);

        await organiser.GotoAsync($"{survey}/invitations");
        await organiser.Locator("button[value=invite]").ClickAsync();
        var page = await installation.Visit("/dev/mail", width: 390);
        var mail = page.Locator("li", new() { HasText = guest.Email }).GetByRole(AriaRole.Link, new() { Name = "Wie war es?" });
        for (var tries = 0; tries < 200 && await mail.CountAsync() == 0; tries++)
        {
            await Task.Delay(50); // it is written and sent by messages, a moment later
            await page.ReloadAsync();
        }

        await mail.ClickAsync();
        await page.GetByText(Title).First.WaitForAsync();
        var link = await page.Locator("a[href*='/survey/'][href*='/with-ticket/']").First.GetAttributeAsync("href");
        await page.GotoAsync(new Uri(link!).PathAndQuery);
        await Expect(page).ToHaveURLAsync(new Regex("/survey/[0-9a-f-]{36}$")); // the secret stands in no address
        await Expect(page.Locator("h1")).ToHaveTextAsync(Title);
        await page.Locator("form.survey .scale input[value='5']").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Antwort abschicken" }).ClickAsync();
        await page.WaitForURLAsync("**/thanks");

        await page.GotoAsync(new Uri(link!).PathAndQuery);
        await Expect(page.Locator("main")).ToContainTextAsync("Sie haben schon geantwortet");
        await organiser.GotoAsync($"{survey}/invitations");
        await Expect(organiser.Locator("main")).ToContainTextAsync(new Regex(@"Geantwortet\s*1\b"));
        await organiser.GotoAsync(survey);
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Umfrage beenden" }).ClickAsync();
        await organiser.GetByText("Die Umfrage ist beendet").First.WaitForAsync();
        await page.Context.CloseAsync();
        await organiser.Context.CloseAsync();
    }
}
