using System.Net;
using System.Text;
using EventOps.Registration.Attendees;
using EventOps.Registration.Events;
using EventOps.Registration.Pools;
using EventOps.Registration.Ticketing;
using EventOps.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.ManagingARegistration;

/// <summary>What the secret link of a registration opens.</summary>
public sealed class ManageTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task Details_are_changed_and_shown()
    {
        var (browser, path, attendee, _) = await Registered();
        var changed = await browser.Send(await browser.Open(path), $"{path}/attendees/{attendee}",
            ("givenName", "Paula"), ("familyName", "Huber"), ("organisation", ""));
        Assert.Equal("Paula Huber", changed.At(".badge-name"));
    }

    [Fact]
    public async Task A_name_that_is_deleted_comes_back_as_an_error_and_changes_nothing()
    {
        var (browser, path, attendee, _) = await Registered();
        var refused = await browser.Send(
            await browser.Open(path), $"{path}/attendees/{attendee}", ("givenName", ""), ("familyName", "Huber"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Vornamen", refused.At(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Paulina Oberhuber", (await browser.Open(path)).At(".badge-name"));
    }

    [Fact]
    public async Task A_place_given_back_is_free_again_and_its_ticket_is_no_longer_valid()
    {
        var (browser, path, attendee, planned) = await Registered();
        var page = await browser.Open(path);
        var gone = await browser.Send(page, $"{path}/attendees/{attendee}/cancellation");
        Assert.Equal("Der Platz ist zurückgegeben", gone.At("h1"));
        Assert.Equal(0, (await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider)).State.Taken);
        Assert.IsType<Attendee.Cancelled>((await host.Store.Load(Attendee.Stream(attendee), Attendee.Decider)).State);
        Assert.Equal(
            "Der Platz ist zurückgegeben", (await browser.Send(page, $"{path}/attendees/{attendee}/cancellation")).At("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{path}/tickets.pdf")).Status);
    }

    [Fact]
    public async Task A_link_with_one_letter_changed_opens_nothing()
    {
        var (browser, path, _, _) = await Registered();
        var forged = path[..^1] + (path[^1] == 'A' ? 'B' : 'A');
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(forged)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/registrations/x")).Status);
    }

    [Fact]
    public async Task The_ticket_is_a_pdf_and_the_calendar_entry_names_place_and_time()
    {
        var (browser, path, _, _) = await Registered();
        var pdf = await browser.Http.GetByteArrayAsync($"{path}/tickets.pdf");
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);
        var ics = await browser.Http.GetStringAsync($"{path}/event.ics");
        Assert.Contains("LOCATION:Altes Rathaus\r\n", ics, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20261214T080000Z\r\n", ics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unconfirmed_place_is_confirmed_by_a_click_and_lapses_without_one()
    {
        var planned = await PlannedEvent.In(host, rules: SignUpRules.Usual with { ConfirmEmail = true });
        using var browser = host.As();
        var first = await SignUp(browser, planned);
        Assert.Contains("halten ihn", first.Text, StringComparison.Ordinal);
        var second = await SignUp(browser, planned);
        var confirmed = await browser.Send(first, new Uri(first.Url).AbsolutePath + "/confirmation");
        Assert.Equal("Sie sind dabei.", confirmed.At("h1"));

        host.Clock.Now += TimeSpan.FromMinutes(31);
        await Quiet.WaitForMessages(host.Services);
        Assert.Equal("Der Platz ist zurückgegangen", (await browser.Open(second.Url)).At("h1"));
        Assert.Equal("Sie sind dabei.", (await browser.Open(first.Url)).At("h1"));
        Assert.Equal(1, (await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider)).State.Taken);
    }

    [Fact]
    public async Task The_mail_brings_link_pdf_and_calendar_entry_in_the_language_of_the_sign_up()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.As(language: "en");
        var ticket = await SignUp(browser, planned, "grace@city.example");
        await Quiet.WaitForMessages(host.Services);
        var mail = Assert.Single(host.Mail.Sent, mail => mail.To == "grace@city.example");
        Assert.Equal("Your ticket: Open Government Day", mail.Subject);
        Assert.Contains(new Uri(ticket.Url).AbsolutePath, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(new Uri(ticket.Url).AbsolutePath, mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(["application/pdf", "text/calendar"], mail.Attachments.Select(attachment => attachment.ContentType));
    }

    [Fact]
    public async Task An_erased_person_leaves_a_record_without_name_that_still_opens()
    {
        var (browser, path, attendee, _) = await Registered();
        await using var erase = host.Database.DataSource.CreateCommand(
            $"delete from registration.personal where subject_id = '{attendee}'");
        await erase.ExecuteNonQueryAsync();
        var page = await browser.Open(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Paulina", page.Text, StringComparison.Ordinal);
    }

    private async Task<(Browser Browser, string Path, Guid Attendee, PlannedEvent Planned)> Registered()
    {
        var planned = await PlannedEvent.In(host);
        var registration = Guid.NewGuid();
        var attendee = await planned.SignUp(host, registration: registration);
        var token = await host.Services.GetRequiredService<ManageLinks>().TokenOf(registration, default);
        return (host.As(), $"/registrations/{token}", attendee, planned);
    }

    private async Task<Page> SignUp(Browser browser, PlannedEvent planned, string mail = "aylin@stadt.example")
    {
        var form = await browser.Open($"/events/{planned.Slug}/sign-up");
        host.Clock.Now += TimeSpan.FromSeconds(10);
        return await browser.Send(form, $"/events/{planned.Slug}/sign-up",
            ("givenName-1", "Grace"), ("familyName-1", "Maier"), ("email-1", mail), ("organisation-1", ""));
    }
}
