using System.Net;
using EventOps.Registration.Attendees;
using EventOps.Registration.Pools;
using EventOps.Support;

namespace EventOps.Registration.Tests.ReadingTheList;

public class PersonTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task The_desk_lets_in_without_a_scanner_and_the_history_says_so()
    {
        var planned = await PlannedEvent.In(host);
        var id = await planned.SignUp(host);
        await AtTheEvent(planned, async () =>
        {
            var page = await Send(planned, id, "check-in", ("gate", "Süd"));
            Assert.Contains("Da", page.At(".page-head .status"), StringComparison.Ordinal);
            Assert.Equal("Eingelassen.", page.At(".notice p"));
            Assert.Contains("Eingelassen: Süd von Ihnen", page.At(".history li:last-child"), StringComparison.Ordinal);
            Assert.Contains("8:03 Uhr", page.At(".history li:last-child time"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_second_click_on_let_in_changes_nothing()
    {
        var planned = await PlannedEvent.In(host);
        var id = await planned.SignUp(host);
        await AtTheEvent(planned, async () =>
        {
            using var browser = host.Organiser();
            var path = $"/events/{planned.Slug}/attendees/{id}";
            var page = await browser.Open(path);
            await browser.Send(page, $"{path}/check-in");
            var again = await browser.Send(page, $"{path}/check-in");
            Assert.Equal(2, again.Html.QuerySelectorAll(".history li").Length);
        });
    }

    [Fact]
    public async Task Why_somebody_was_refused_stands_in_the_history()
    {
        var planned = await PlannedEvent.In(host);
        var id = await planned.SignUp(host);
        await AtTheEvent(planned, async () =>
        {
            await Send(planned, id, "check-in", ("gate", "Nord"));
            using var scanner = host.As(TestCaller.Scanner(RegistrationHost.City, planned.Id, "Süd"));
            using var answer = await scanner.Http.PostAsync(
                new Uri($"/api/v1/events/{planned.Slug}/scans", UriKind.Relative),
                System.Net.Http.Json.JsonContent.Create(new { code = Registration.Ticketing.ShortCode.Of(id), gate = "Süd" }));
            Assert.Contains("already-checked-in", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

            using var browser = host.Organiser();
            var page = await browser.Open($"/events/{planned.Slug}/attendees/{id}");
            Assert.Contains("Nicht eingelassen: Süd. Zuerst gescannt", page.At(".history li.is-warn"), StringComparison.Ordinal);
            Assert.Contains("Nord", page.At(".history li.is-warn"), StringComparison.Ordinal);
            Assert.Contains("Scanner …", page.At(".history li.is-warn"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_name_is_corrected_in_its_row_and_the_event_says_only_that()
    {
        var planned = await PlannedEvent.In(host);
        var id = await planned.SignUp(host);
        var page = await Send(planned, id, "", ("familyName", "Oberhuber-Lang"), ("organisation", ""));

        Assert.Equal("Paulina Oberhuber-Lang", page.At("h1"));
        Assert.Contains("Angaben korrigiert von Ihnen", page.At(".history li:last-child"), StringComparison.Ordinal);
        Assert.IsType<DetailsCorrected>((await host.Store.Read(Attendee.Stream(id)))[^1].Event);
        Assert.Equal(
            0L, await host.Database.Read<long>("select count(*) from eventops.mt_events where data::text like '%Oberhuber%'"));

        await Send(planned, id, ""); // nothing changed: nothing is noted
        Assert.Equal(2, (await host.Store.Read(Attendee.Stream(id))).Count);
    }

    [Fact]
    public async Task A_correction_without_a_name_comes_back()
    {
        var planned = await PlannedEvent.In(host);
        var id = await planned.SignUp(host);
        var page = await Send(planned, id, "", ("familyName", " "), ("organisation", "Neu"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.At("#person-familyName-error"));
        Assert.Equal("Neu", page.Html.QuerySelector("#person-organisation")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_place_that_goes_back_is_free_at_once()
    {
        var planned = await PlannedEvent.In(host, capacity: 1);
        var id = await planned.SignUp(host);
        var page = await Send(planned, id, "cancellation");

        Assert.Contains("Storniert", page.At(".page-head .status"), StringComparison.Ordinal);
        Assert.Contains("Platz zurückgegeben von Ihnen", page.At(".history li:last-child"), StringComparison.Ordinal);
        Assert.Equal(1, (await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider)).State.Left);
        await planned.SignUp(host, "Malik", "Oberndorfer");
    }

    [Fact]
    public async Task The_ticket_is_sent_again_once_per_form()
    {
        var planned = await PlannedEvent.In(host);
        var id = await planned.SignUp(host, "Post", $"Bote{Guid.NewGuid().ToString()[..6]}");
        using var browser = host.Organiser();
        var path = $"/events/{planned.Slug}/attendees/{id}";
        var page = await browser.Open(path);
        var address = await host.Database.Read<string>($"select email from registration.personal where subject_id = '{id}'");
        var done = await browser.Send(page, $"{path}/mail");
        await browser.Send(page, $"{path}/mail");
        await Quiet.WaitForMessages(host.Services);

        Assert.Equal("Die Mail ist unterwegs.", done.At(".notice p"));
        Assert.Single(host.Mail.Sent, mail => mail.To == address);
    }

    [Fact]
    public async Task An_unknown_person_is_not_found() =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Organiser().Open($"/events/{(await PlannedEvent.In(host)).Slug}/attendees/{Guid.NewGuid()}")).Status);

    [Fact]
    public async Task A_person_of_another_event_is_not_found_here()
    {
        var (here, there) = (await PlannedEvent.In(host), await PlannedEvent.In(host));
        var id = await there.SignUp(host);
        using var browser = host.Organiser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/events/{here.Slug}/attendees/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/events/{here.Slug}/attendees/{id}/badge.pdf")).Status);
    }

    private async Task<Page> Send(PlannedEvent planned, Guid id, string act, params (string, string?)[] typed)
    {
        using var browser = host.Organiser();
        var path = $"/events/{planned.Slug}/attendees/{id}";
        return await browser.Send(await browser.Open(path), $"{path}/{act}".TrimEnd('/'), typed);
    }

    private async Task AtTheEvent(PlannedEvent planned, Func<Task> act)
    {
        var before = host.Clock.Now;
        host.Clock.Now = new DateTimeOffset(before.UtcDateTime.Date.AddDays(21), TimeSpan.Zero).AddHours(7).AddMinutes(3);
        try
        {
            Assert.NotEqual(Guid.Empty, planned.Id);
            await act();
        }
        finally
        {
            host.Clock.Now = before;
        }
    }
}
