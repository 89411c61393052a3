using System.Net;
using EventOps.Registration.CheckingIn;
using EventOps.Registration.Ticketing;
using EventOps.Ui;

namespace EventOps.Registration.Tests.CheckingIn;

public class ScannerPageTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task A_typed_code_fills_the_screen_with_the_answer_and_the_second_one_says_where_the_first_was()
    {
        var (planned, device) = await Device();
        var id = await planned.SignUp(host, "Aylin", "Yüksel-Maier");
        var ready = await device.Open($"/events/{planned.Slug}/scan");

        var good = await Type(device, ready, ShortCode.Of(id));
        var again = await Type(device, good, ShortCode.Of(id).ToLowerInvariant());

        Assert.Equal(("Bereit: Einlass Nord", "door door-ready"), (ready.Title, ready.Html.Body!.ClassName));
        Assert.Equal(("Herein: Einlass Nord", "door door-good"), (good.Title, good.Html.Body!.ClassName));
        Assert.Equal(("Herein!", "Aylin Yüksel-Maier"), (good.At("h1"), good.At("h2")));
        Assert.Equal(["Universität Passau", "Stadt"], good.All(".verdict p"));
        Assert.Equal(("Schon drin: Einlass Nord", "door door-again"), (again.Title, again.Html.Body!.ClassName));
        Assert.EndsWith(
            "Zuerst gescannt: heute, 9:03 Uhr, Nord. Kurz fragen, ob die Person nur draußen war.", again.At("#said"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amber_offers_to_let_in_whoever_was_only_outside()
    {
        var (planned, device) = await Device();
        var id = await planned.SignUp(host);
        var good = await Type(device, await device.Open($"/events/{planned.Slug}/scan"), ShortCode.Of(id));
        var again = await Type(device, good, ShortCode.Of(id));

        var inside = await device.Send(again, $"/events/{planned.Slug}/scans");

        Assert.Equal("door door-good", inside.Html.Body!.ClassName);
        Assert.Contains("Nächste Person", again.All(".door-foot .button"));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_scan_but_a_form_gone_back_to_is_another_person()
    {
        var (planned, device) = await Device();
        var id = await planned.SignUp(host);
        var ready = await device.Open($"/events/{planned.Slug}/scan");

        var first = await Type(device, ready, ShortCode.Of(id));
        var secondClick = await Type(device, ready, ShortCode.Of(id));
        host.Clock.Now += TimeSpan.FromMinutes(1);
        var later = await Type(device, ready, ShortCode.Of(id));
        host.Clock.Now -= TimeSpan.FromMinutes(1);

        Assert.Equal(
            ("door door-good", "door door-good", "door door-again"),
            (first.Html.Body!.ClassName, secondClick.Html.Body!.ClassName, later.Html.Body!.ClassName));
    }

    [Fact]
    public async Task Red_says_what_to_do()
    {
        var (planned, device) = await Device("en");

        var page = await Type(device, await device.Open($"/events/{planned.Slug}/scan"), "AAAA BBBB CCCC");

        Assert.Equal(("Unknown code: entrance Nord", "door door-stop"), (page.Title, page.Html.Body!.ClassName));
        Assert.Equal("We do not know this code. Scan again, type the code in, or search for the name.", page.At(".verdict p"));
    }

    [Fact]
    public async Task The_head_says_who_is_here_and_an_organiser_chooses_the_gate()
    {
        var planned = await PlannedEvent.In(host);
        await planned.SignUp(host);
        await planned.SignUp(host, "Malik", "Oberndorfer");
        using var organiser = host.Organiser();
        var (_, device) = (planned, host.As(TestCaller.Scanner(RegistrationHost.City, planned.Id, "Nord")));

        var page = await organiser.Open($"/events/{planned.Slug}/scan?gate=S%C3%BCd&type=exit");

        Assert.Contains("0 von 2 da", page.At(".door-bar"), StringComparison.Ordinal);
        Assert.Equal(["Nord", "Süd"], page.All("#gate option"));
        Assert.Equal("Bereit: Ausgang Süd", page.Title);
        Assert.Empty((await device.Open($"/events/{planned.Slug}/scan?gate=S%C3%BCd")).All("#gate option"));
        Assert.Equal("Bereit: Einlass Nord", (await device.Open($"/events/{planned.Slug}/scan?gate=S%C3%BCd")).Title);
    }

    [Fact]
    public async Task A_person_without_a_ticket_at_hand_is_found_by_name_and_let_in()
    {
        var (planned, device) = await Device();
        await planned.SignUp(host, "Paulina", "Oberhuber");
        await planned.SignUp(host, "Malik", "Oberndorfer", "Polyteia");
        var page = await device.Open($"/events/{planned.Slug}/scan?find=name");

        var found = await device.Send(page, $"/events/{planned.Slug}/scan/names", ("name", "ober mal"));
        var good = await device.Send(found, $"/events/{planned.Slug}/scans");

        Assert.Equal(["Malik OberndorferStadt, erwartet"], found.All(".door-list li > span"));
        Assert.DoesNotContain("Polyteia", found.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", found.Source, StringComparison.Ordinal);
        Assert.Equal(("Herein!", "Malik Oberndorfer"), (good.At("h1"), good.At("h2")));
    }

    [Theory]
    [InlineData("ob", "Mindestens 3 Buchstaben eintippen.")]
    [InlineData("%%%", "Niemand mit diesem Namen hat ein Ticket.")]
    [InlineData("example", "Niemand mit diesem Namen hat ein Ticket.")]
    [InlineData("passau", "Niemand mit diesem Namen hat ein Ticket.")]
    public async Task A_search_is_by_name_only(string asked, string said)
    {
        var (planned, device) = await Device();
        await planned.SignUp(host);

        var page = await device.Send(
            await device.Open($"/events/{planned.Slug}/scan?find=name"), $"/events/{planned.Slug}/scan/names", ("name", asked));

        Assert.Equal(said, page.At("#said p"));
        Assert.DoesNotContain("Oberhuber", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_event_has_no_scanner_page()
    {
        var (_, device) = await Device();
        var other = await PlannedEvent.In(host);

        var page = await device.Open($"/events/{other.Slug}/scan");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Hier hängt nichts.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_know_the_same_texts() =>
        Assert.Equal(CheckingInTexts.Of.Keys(Language.German).Order(), CheckingInTexts.Of.Keys(Language.English).Order());

    private static async Task<Page> Type(Browser device, Page page, string code)
    {
        var form = page.Html.QuerySelector("form[data-scan]")!;
        foreach (var other in page.Html.QuerySelectorAll("form").Where(other => other != form).ToList()) other.Remove();
        var answer = await device.Send(page, form.GetAttribute("action"), ("code", code));
        Assert.True(answer.Status == HttpStatusCode.OK, $"{answer.Status}: {answer.Text}");
        return answer;
    }

    private async Task<(PlannedEvent Planned, Browser Device)> Device(string language = "de")
    {
        var planned = await PlannedEvent.In(host);
        return (planned, host.As(TestCaller.Scanner(RegistrationHost.City, planned.Id, "Nord"), language));
    }
}
