using System.Net;

namespace EventOps.Registration.Tests.ReadingTheList;

public class ListTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task An_event_without_sign_ups_says_what_to_do()
    {
        var planned = await PlannedEvent.In(host);
        var page = await Open(planned);

        Assert.Contains("Noch keine Anmeldung", page.At(".empty h2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_is_listed_once_part_after_part_newest_first()
    {
        var planned = await PlannedEvent.In(host, capacity: 200);
        var start = host.Clock.Now;
        for (var i = 0; i < 120; i++)
        {
            host.Clock.Now = start.AddMinutes(i / 3); // several at the same moment
            await planned.SignUp(host, "Vor", $"Name{i:000}");
        }

        host.Clock.Now = start;
        using var browser = host.Organiser();
        var page = await browser.Open($"/events/{planned.Slug}/attendees");
        var names = new List<string>(page.All("tbody th"));
        var parts = 1;
        for (; page.Html.QuerySelector("a[rel=next]") is { } next; parts++)
        {
            page = await browser.Open(next.GetAttribute("href")!);
            names.AddRange(page.All("tbody th"));
        }

        Assert.Equal(3, parts);
        Assert.Equal(120, names.Distinct().Count());
        Assert.Equal(120, names.Count);
        Assert.InRange(int.Parse(names[0][4..7], System.Globalization.CultureInfo.InvariantCulture), 117, 119);
        Assert.InRange(int.Parse(names[^1][4..7], System.Globalization.CultureInfo.InvariantCulture), 0, 2);
    }

    [Theory]
    [InlineData("oberh", "Oberhuber, Paulina")]
    [InlineData("PASSAU", "Oberhuber, Paulina")]
    [InlineData("huber paul", "Oberhuber, Paulina")]
    [InlineData("ines.obermeier-sánchez@example.org", "Obermeier-Sánchez, Ines")]
    [InlineData("Oberhuver", "Oberhuber, Paulina")]
    public async Task People_are_found_by_parts_of_name_organisation_and_address(string typed, string found)
    {
        var planned = await Three();
        var page = await Open(planned, $"?q={Uri.EscapeDataString(typed)}");

        Assert.Equal([found], page.All("tbody th"));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("' or 1=1 --")]
    public async Task Signs_of_patterns_and_of_sql_are_letters_like_others(string typed)
    {
        var planned = await Three();
        var page = await Open(planned, $"?q={Uri.EscapeDataString(typed)}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.All("tbody th"));
        Assert.Contains("Niemand heißt", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_found_by_the_code_or_its_beginning()
    {
        var planned = await PlannedEvent.In(host);
        var id = await planned.SignUp(host, "Emeka", "Oberacker");
        await planned.SignUp(host, "Malik", "Oberndorfer");
        var code = Registration.Ticketing.ShortCode.Of(id);

        foreach (var typed in (string[])[Registration.Ticketing.ShortCode.Spaced(code), code.ToLowerInvariant(), code[..11]])
            Assert.Equal(["Oberacker, Emeka"], (await Open(planned, $"?q={Uri.EscapeDataString(typed)}")).All("tbody th"));
    }

    [Fact]
    public async Task Type_and_state_narrow_the_list()
    {
        var planned = await PlannedEvent.In(host, types: ["Stadt", "Presse"]);
        await planned.SignUp(host, "A", "Stadt");
        await planned.SignUp(host, "B", "Presse", type: planned.Types[1]);
        await planned.SignUp(host, "C", "Unbestätigt", confirmBy: host.Clock.Now.AddDays(1));

        Assert.Equal(["Presse, B"], (await Open(planned, $"?type={planned.Types[1].Id}")).All("tbody th"));
        Assert.Equal(["Unbestätigt, C"], (await Open(planned, "?state=held")).All("tbody th"));
        Assert.Empty((await Open(planned, "?state=present")).All("tbody th"));
        Assert.Equal(["Alle 3", "Erwartet 2", "Unbestätigt 1"], (await Open(planned)).All(".chip"));
    }

    [Fact]
    public async Task An_address_that_makes_no_sense_shows_the_whole_list()
    {
        var planned = await Three();
        var page = await Open(planned, "?type=x&state=y&after=z_9&q=%00");
        Assert.Equal(3, page.All("tbody th").Count);
    }

    [Fact]
    public async Task Who_was_erased_stays_as_a_place_without_a_name()
    {
        var planned = await PlannedEvent.In(host);
        var id = await planned.SignUp(host);
        await host.Database.Execute($"delete from registration.personal where subject_id = '{id}'");

        Assert.Equal(["[gelöscht]"], (await Open(planned)).All("tbody th"));
        using var browser = host.Organiser();
        var page = await browser.Open($"/events/{planned.Slug}/attendees/{id}");
        Assert.Contains("Name und Antworten sind gelöscht", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("#correct"));
    }

    [Fact]
    public async Task What_people_call_themselves_is_shown_as_they_wrote_it()
    {
        var planned = await PlannedEvent.In(host);
        await planned.SignUp(host, "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>");
        var page = await Open(planned);

        Assert.Empty(page.Html.QuerySelectorAll("main script, main img"));
        Assert.Contains("<script>alert(1)</script>", page.At("tbody th"), StringComparison.Ordinal);
    }

    private async Task<PlannedEvent> Three()
    {
        var planned = await PlannedEvent.In(host);
        await planned.SignUp(host, "Emeka", "Oberacker", "Baureferat");
        await planned.SignUp(host, "Paulina", "Oberhuber", "Universität Passau");
        await planned.SignUp(host, "Ines", "Obermeier-Sánchez", "Smarter Together");
        return planned;
    }

    private async Task<Page> Open(PlannedEvent planned, string query = "")
    {
        using var browser = host.Organiser();
        return await browser.Open($"/events/{planned.Slug}/attendees{query}");
    }
}
