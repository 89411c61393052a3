using System.Net;
using PdfSharp.Pdf.IO;

namespace EventOps.Registration.Tests.PrintingBadges;

public class BadgeTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task Everybody_with_a_confirmed_place_gets_a_badge_four_on_a_sheet()
    {
        var planned = await PlannedEvent.In(host, types: ["Stadt", "Presse"]);
        foreach (var name in (string[])["Zander", "Öztürk", "Aal", "Oberhuber"])
            await planned.SignUp(host, "Vor", name);
        await planned.SignUp(host, "B", "Presse", type: planned.Types[1]);
        await planned.SignUp(host, "C", "Unbestätigt", confirmBy: host.Clock.Now.AddDays(1));
        using var browser = host.Organiser();
        var page = await browser.Open($"/events/{planned.Slug}/badges");

        Assert.Contains("PDF mit 5 Schildern", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Aal", "Oberhuber", "Öztürk", "Presse"], page.All(".name-badge .last"));
        Assert.Equal(2, await Sheets(browser, $"/events/{planned.Slug}/badges.pdf"));
        Assert.Equal(1, await Sheets(browser, $"/events/{planned.Slug}/badges.pdf?type={planned.Types[1].Id}"));
        Assert.Equal(5, await Sheets(browser, $"/events/{planned.Slug}/badges.pdf?size=a6"));
    }

    [Fact]
    public async Task Late_sign_ups_are_printed_alone()
    {
        var planned = await PlannedEvent.In(host);
        await planned.SignUp(host, "Früh", "Da");
        var before = host.Clock.Now;
        host.Clock.Now = before.AddDays(3);
        await planned.SignUp(host, "Spät", "Dran");
        host.Clock.Now = before;
        using var browser = host.Organiser();
        var page = await browser.Open($"/events/{planned.Slug}/badges?from={before.AddDays(2):yyyy-MM-dd}");

        Assert.Equal(["Dran"], page.All(".name-badge .last"));
    }

    [Fact]
    public async Task A_very_long_name_is_announced_as_printed_smaller()
    {
        var planned = await PlannedEvent.In(host);
        await planned.SignUp(host, "Dr. Friederike", "Wolkenstein-Oberthür-Schellenberg");
        using var browser = host.Organiser();
        var page = await browser.Open($"/events/{planned.Slug}/badges");

        Assert.Contains("Ein Name ist sehr lang", page.At(".notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_sign_ups_there_is_nothing_to_print()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.Organiser();

        Assert.Contains(
            "Kein Schild zu drucken", (await browser.Open($"/events/{planned.Slug}/badges")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/events/{planned.Slug}/badges.pdf")).Status);
    }

    [Fact]
    public async Task One_badge_is_one_page_and_its_code_is_the_ticket()
    {
        var planned = await PlannedEvent.In(host);
        var id = await planned.SignUp(host);
        using var browser = host.Organiser();

        Assert.Equal(1, await Sheets(browser, $"/events/{planned.Slug}/attendees/{id}/badge.pdf"));
        Assert.Equal(1L, await host.Database.Read<long>($"select count(*) from registration.tickets where attendee_id = '{id}'"));
    }

    private static async Task<int> Sheets(Browser browser, string path)
    {
        using var answer = await browser.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        using var pdf = PdfReader.Open(file, PdfDocumentOpenMode.Import);
        return pdf.PageCount;
    }
}
