using System.Net;
using EventOps.Registration.Events;
using EventOps.Registration.Pools;

namespace EventOps.Registration.Tests.Planning;

public class PlanAnEventTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task Whoever_has_no_event_is_shown_the_way_to_the_first()
    {
        using var browser = host.As(TestCaller.Organiser(Guid.NewGuid()));
        var page = await browser.Open("/events");

        Assert.Contains("Noch keine Veranstaltung", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("a[href='/events/new']"));
    }

    [Fact]
    public async Task Name_day_and_place_make_an_event_that_could_open_at_once()
    {
        using var browser = host.Organiser();
        var name = $"Öffentlicher Tag {Guid.NewGuid().ToString()[..8]}";
        var page = await Send(browser, ("name.de", name), ("name.en", "Open day"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.EndsWith("/setup", page.Url, StringComparison.Ordinal);
        Assert.Contains($"/events/{Slug.From(name)}/", page.Url, StringComparison.Ordinal);
        Assert.StartsWith("oeffentlicher-tag-", Slug.From(name), StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("form[action$='/setup/publish'] button")!.GetAttribute("disabled"));
        var (e, _) = await Load(Slug.From(name));
        Assert.Equal(new DateTimeOffset(2027, 5, 5, 7, 0, 0, TimeSpan.Zero), e.Times.StartsAt);
        Assert.Equal(250, (await host.Store.Load(Pool.Stream(e.Quotas[0].PoolId), Pool.Decider)).State.Capacity);
        Assert.Contains(name, (await browser.Open("/events")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_sent_twice_is_one_event()
    {
        using var browser = host.Organiser();
        var slug = $"twice-{Guid.NewGuid():N}"[..30];
        var form = await browser.Open("/events/new");
        await browser.Send(form, "/events/new", Fields(("slug", slug)));
        var again = await browser.Send(form, "/events/new", Fields(("slug", slug)));

        Assert.EndsWith($"/events/{slug}/setup", again.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_comes_back_beside_its_field_with_all_that_was_typed()
    {
        var taken = await PlannedEvent.In(host);
        using var browser = host.Organiser();
        var page = await Send(browser, ("slug", taken.Slug), ("place", "Gasteig"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Diese Adresse hat schon eine andere Veranstaltung. Bitte eine andere wählen.", page.At("#new-slug-error"));
        Assert.Equal("Gasteig", page.Html.QuerySelector("#new-place")!.GetAttribute("value"));
        Assert.StartsWith("Fehler:", page.Title, StringComparison.Ordinal);
        Assert.Equal("#new-slug", page.Html.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.NotNull(page.Html.QuerySelector(".error-summary[autofocus]"));
    }

    [Fact]
    public async Task A_proposed_address_that_is_taken_gets_a_number()
    {
        using var browser = host.Organiser();
        var name = $"Zweimal {Guid.NewGuid().ToString()[..8]}";
        await Send(browser, ("name.de", name));
        var second = await Send(browser, ("name.de", name));

        Assert.Contains($"/events/{Slug.From(name)}-2/", second.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name.de", "", "Bitte den Namen eintragen.")]
    [InlineData("name.de", "Tag\u0007", "unsichtbares Steuerzeichen")]
    [InlineData("name.de", "Tag \u202Egat", "unsichtbares Steuerzeichen")]
    [InlineData("slug", "new", "Bitte nur kleine Buchstaben")]
    [InlineData("slug", "../etc", "Bitte nur kleine Buchstaben")]
    [InlineData("day", "morgen", "Bitte den Tag eintragen.")]
    [InlineData("end", "08:00", "Das Ende muss nach dem Beginn liegen.")]
    [InlineData("end", "", "Bitte Tag und Uhrzeit eintragen.")]
    [InlineData("zone", "Mars/Olympus", "Diese Zeitzone kennen wir nicht.")]
    [InlineData("places", "viele", "Bitte eine ganze Zahl von 1 bis 100.000 eintragen.")]
    public async Task What_makes_no_sense_is_told_beside_its_field(string field, string typed, string told)
    {
        using var browser = host.Organiser();
        var page = await Send(browser, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(
            told, page.At($"#new-{field}-error".Replace(".", "\\.", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_the_clock_skips_is_refused_with_a_sentence()
    {
        using var browser = host.Organiser();
        var page = await Send(browser, ("day", "2027-03-28"), ("start", "02:30"));

        Assert.Contains("Diese Stunde gibt es nicht", page.At("#new-start-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_a_megabyte_is_refused_and_not_lost()
    {
        using var browser = host.Organiser();
        var name = new string('x', 1_000_000);
        var page = await Send(browser, ("name.de", name));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("höchstens 120 Zeichen", page.At("#new-name\\.de-error"), StringComparison.Ordinal);
        Assert.Equal(name, page.Html.QuerySelector("#new-name\\.de")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_same_form_speaks_english()
    {
        using var browser = host.Organiser("en");
        var page = await Send(browser, ("name.de", ""));

        Assert.Contains("Please enter the German name.", page.Text, StringComparison.Ordinal);
        Assert.Equal("en", page.Html.DocumentElement.GetAttribute("lang"));
    }

    private static async Task<Page> Send(Browser browser, params (string Name, string? Value)[] typed) =>
        await browser.Send(await browser.Open("/events/new"), "/events/new", Fields(typed));

    private static (string, string?)[] Fields(params (string Name, string? Value)[] typed)
    {
        (string Name, string? Value)[] usual =
        [
            ("name.de", $"Tag {Guid.NewGuid()}"), ("name.en", "Day"), ("day", "2027-05-05"), ("start", "09:00"), ("end", "17:00"),
            ("place", "Rathaus"), ("places", "250"),
        ];
        return [.. usual.Where(field => typed.All(own => own.Name != field.Name)), .. typed];
    }

    private async Task<(Event, long)> Load(string slug) => await host.Store.Load(
        Event.Stream(await host.Database.Read<Guid>($"select event_id from registration.events where slug = '{slug}'")),
        Event.Decider);
}
