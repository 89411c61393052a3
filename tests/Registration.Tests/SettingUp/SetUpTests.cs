using System.Net;
using EventOps.Registration.Events;
using EventOps.Registration.Pools;
using EventOps.Support;

namespace EventOps.Registration.Tests.SettingUp;

public class SetUpTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task Name_place_and_times_are_changed_and_other_modules_hear_of_it()
    {
        var planned = await PlannedEvent.In(host);
        var page = await Change(
            planned, "basics", ("name.de", "Neuer Name"), ("place", "Gasteig"), ("day", "2027-10-31"), ("end", "18:30"));

        Assert.EndsWith("/setup#basics", page.Url, StringComparison.Ordinal);
        var e = await Load(planned);
        Assert.Equal(("Neuer Name", "Gasteig"), (e.Texts.Name.De, e.Texts.Place));
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 17, 30, 0, TimeSpan.Zero), e.Times.EndsAt);
        Assert.Equal(
            "Neuer Name",
            await host.Database.Read<string>($"select name_de from registration.events where event_id = '{planned.Id}'"));
    }

    [Fact]
    public async Task What_comes_back_keeps_what_was_typed_and_leaves_the_other_forms_alone()
    {
        var planned = await PlannedEvent.In(host);
        var page = await Change(planned, "basics", ("name.de", ""), ("place", "Gasteig"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Gasteig", page.Html.QuerySelector("#basics-place")!.GetAttribute("value"));
        Assert.Equal("Bitte den Namen eintragen.", page.At("#basics-name\\.de-error"));
        Assert.Equal("4", page.Html.QuerySelector("#sign-up-most")!.GetAttribute("value"));
        Assert.Equal("Altes Rathaus", (await Load(planned)).Texts.Place);
    }

    [Fact]
    public async Task Capacity_shrinks_no_further_than_what_is_taken()
    {
        var planned = await PlannedEvent.In(host, capacity: 10);
        await planned.SignUp(host);
        await planned.SignUp(host);

        var refused = await Change(planned, $"quotas/{planned.PoolId}", ("places", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("2 Plätze sind schon vergeben. Weniger können es nicht werden.", refused.At(".error"));
        await Change(planned, $"quotas/{planned.PoolId}", ("places", "2"), ("name", "Großer Saal"));

        Assert.Equal(2, (await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider)).State.Capacity);
        Assert.Equal("Großer Saal", (await Load(planned)).Quotas[0].Name);
    }

    [Fact]
    public async Task A_quota_is_added_shared_by_a_new_type_and_cannot_be_removed_then()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.Organiser();
        var setup = await browser.Open($"/events/{planned.Slug}/setup");
        setup = await browser.Send(setup, $"/events/{planned.Slug}/setup/quotas", ("name", "Empore"), ("places", "20"));
        var gallery = (await Load(planned)).Quotas[1];

        var form = await browser.Open($"/events/{planned.Slug}/setup/ticket-types/new");
        var list = await browser.Send(form, $"/events/{planned.Slug}/setup/ticket-types/new",
            ("name.de", "Presse"), ("name.en", "Press"), ("tone", "6"), ("pools", gallery.PoolId.ToString()));
        Assert.EndsWith("/setup#ticket-types", list.Url, StringComparison.Ordinal);
        var type = (await Load(planned)).TicketTypes[1];
        Assert.Equal(("Presse", 6, 2), (type.Name.De, type.Tone, type.Number));
        Assert.Equal([gallery.PoolId], type.PoolIds);

        using var answer = await Post(browser, setup, $"/events/{planned.Slug}/setup/quotas/{gallery.PoolId}/remove");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "Eine Ticketart nimmt noch Plätze", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_can_bring_a_quota_of_its_own()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.Organiser();
        var path = $"/events/{planned.Slug}/setup/ticket-types/new";
        var form = await browser.Open(path);
        await browser.Send(form, path, ("name.de", "Presse"), ("name.en", "Press"), ("pools", null), ("own", "12"));
        await browser.Send(form, path, ("name.de", "Presse"), ("name.en", "Press"), ("pools", null), ("own", "12")); // a second click

        var e = await Load(planned);
        Assert.Equal(["Saal", "Presse"], e.Quotas.Select(quota => quota.Name));
        Assert.Equal(2, e.TicketTypes.Length);
        Assert.Equal(12, (await host.Store.Load(Pool.Stream(e.Quotas[1].PoolId), Pool.Decider)).State.Capacity);
    }

    [Fact]
    public async Task A_type_without_places_is_refused_beside_its_choice()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.Organiser();
        var path = $"/events/{planned.Slug}/setup/ticket-types/new";
        var page = await browser.Send(
            await browser.Open(path), path, ("name.de", "Presse"), ("name.en", "Press"), ("pools", null));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotNull(page.Html.QuerySelector(page.Html.QuerySelector(".error-summary a")!.GetAttribute("href")!));
        Assert.Equal("Presse", page.Html.QuerySelector("#type-name\\.de")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_withdrawn_type_leaves_the_list_and_stays_on_its_tickets()
    {
        var planned = await PlannedEvent.In(host, types: ["Stadt", "Presse"]);
        var ticket = await planned.SignUp(host, type: planned.Types[1]);
        await Change(planned, $"ticket-types/{planned.Types[1].Id}/remove", from: $"ticket-types/{planned.Types[1].Id}");

        Assert.Single((await Load(planned)).TicketTypes);
        using var browser = host.Organiser();
        Assert.Contains(
            "Presse", (await browser.Open($"/events/{planned.Slug}/attendees/{ticket}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_shown_and_hidden_again()
    {
        var planned = await PlannedEvent.In(host, publish: false);
        await Change(planned, "publish");
        Assert.True((await Load(planned)).Published);
        await Change(planned, "withdraw");
        Assert.False((await Load(planned)).Published);
    }

    [Fact]
    public async Task What_is_missing_is_named_with_a_link_and_keeps_sign_up_closed()
    {
        var planned = await PlannedEvent.In(host, publish: false);
        await Change(planned, $"ticket-types/{planned.Type.Id}/remove", from: $"ticket-types/{planned.Type.Id}");
        using var browser = host.Organiser();
        var page = await browser.Open($"/events/{planned.Slug}/setup");

        Assert.NotNull(page.Html.QuerySelector("form[action$='/setup/publish'] button[disabled]"));
        Assert.Contains("fehlt: mindestens eine Ticketart", page.At(".checklist .is-warn"), StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector(page.Html.QuerySelector(".checklist .is-warn a")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task Rules_gates_and_texts_are_set()
    {
        var planned = await PlannedEvent.In(host);
        await Change(
            planned, "sign-up", ("confirm", "true"), ("most", "2"), ("opens", "2026-12-01T08:00"), ("closes", ""),
            ("erase", "90"));
        await Change(planned, "gates", ("gates", "Nord\r\n Süd \r\n\r\nnord\r\nTiefgarage"));
        await Change(
            planned, "texts", ("headline.de", "Kommen Sie"), ("description.en", "Line one\nLine two"),
            ("contact", "ogt@stadt.example"));

        var e = await Load(planned);
        Assert.Equal(new SignUpRules(true, 2, new(2026, 12, 1, 7, 0, 0, TimeSpan.Zero), null, 90), e.Rules);
        Assert.Equal(["Nord", "Süd", "Tiefgarage"], e.Gates.AsEnumerable());
        Assert.Equal(("Kommen Sie", "Line one\nLine two"), (e.Texts.Headline.De, e.Texts.Description.En));
    }

    [Fact]
    public async Task A_window_that_closes_before_it_opens_is_refused()
    {
        var planned = await PlannedEvent.In(host);
        var page = await Change(planned, "sign-up", ("opens", "2026-12-02T08:00"), ("closes", "2026-12-01T08:00"));
        Assert.Equal("Die Anmeldung muss nach ihrer Öffnung enden.", page.At("#sign-up-closes-error"));
    }

    [Fact]
    public async Task Who_speaks_stands_in_a_row_and_in_no_event()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.Organiser();
        var path = $"/events/{planned.Slug}/setup/programme/new";
        await browser.Send(await browser.Open(path), path, ("title.de", "Begrüßung"), ("speakers", "Mai Nguyen"));
        var item = Assert.Single((await Load(planned)).Programme);
        Assert.Equal(
            "Mai Nguyen",
            await host.Database.Read<string>($"select names from registration.speakers where item_id = '{item.Id}'"));
        Assert.Equal(
            0L, await host.Database.Read<long>("select count(*) from eventops.mt_events where data::text like '%Nguyen%'"));

        await Change(planned, $"programme/{item.Id}/remove", from: $"programme/{item.Id}");
        Assert.Equal(
            0L, await host.Database.Read<long>($"select count(*) from registration.speakers where item_id = '{item.Id}'"));
    }

    [Fact]
    public async Task A_question_with_a_choice_has_its_answers_in_both_languages()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.Organiser();
        var path = $"/events/{planned.Slug}/setup/questions/new";
        (string, string?)[] question = [("label.de", "Essen?"), ("label.en", "Food?"), ("kind", "OneOf"), ("options.de", "Vegan\nAlles"), ("required", "true")];
        var uneven = await browser.Send(await browser.Open(path), path, [.. question, ("options.en", "Vegan")]);
        Assert.Contains("2 deutsche und 1 englische", uneven.At("#question-options\\.en-error"), StringComparison.Ordinal);

        await browser.Send(uneven, path, [.. question, ("options.en", "Vegan\nAnything")]);
        var asked = Assert.Single((await Load(planned)).Questions);
        Assert.Equal((QuestionKind.OneOf, true), (asked.Kind, asked.Required));
        Assert.Equal([new("Vegan", "Vegan"), new("Alles", "Anything")], asked.Options);
    }

    [Fact]
    public async Task Every_change_is_told_to_the_other_modules_with_its_version()
    {
        var planned = await PlannedEvent.In(host, publish: false);
        await Change(planned, "gates", ("gates", "West"));
        await Change(planned, "publish");
        await Quiet.WaitForMessages(host.Services);

        var told = host.Heard.Where(change => change.EventId == planned.Id).ToList();
        var (_, version) = await host.Store.Load(Event.Stream(planned.Id), Event.Decider);
        Assert.Equal(3, told.Count);
        Assert.Equal([false, false, true], told.Select(change => change.Published));
        Assert.Equal(["West"], told[^1].Gates);
        Assert.Equal(version, told[^1].Version);
        Assert.Equal((planned.Slug, RegistrationHost.City), (told[^1].Slug, told[^1].OrganisationId));
    }

    private async Task<Event> Load(PlannedEvent planned) =>
        (await host.Store.Load(Event.Stream(planned.Id), Event.Decider)).State;

    private async Task<Page> Change(PlannedEvent planned, string part, params (string, string?)[] typed) =>
        await Change(planned, part, null, typed);

    private async Task<Page> Change(PlannedEvent planned, string part, string? from, params (string, string?)[] typed)
    {
        using var browser = host.Organiser();
        var page = await browser.Open($"/events/{planned.Slug}/setup/{from}".TrimEnd('/'));
        return await browser.Send(page, $"/events/{planned.Slug}/setup/{part}", typed);
    }

    private static async Task<HttpResponseMessage> Post(Browser browser, Page page, string path) => await browser.Http.PostAsync(
        new Uri(path, UriKind.Relative), new FormUrlEncodedContent([new(
            "__RequestVerificationToken",
            page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]));
}
