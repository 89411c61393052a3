using EventOps.Accounts.EnrollingScanners;

namespace EventOps.Accounts.Tests.Scanners;

[Collection(nameof(OneInstallation))]
public sealed class EnrolmentTests(Installation place) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await place.Empty();
        await place.Plan(Installation.Ogtm, "ogtm17", "Nord", "Süd");
        await place.Plan(Installation.Mucgov, "mucgov18", "Nord");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_phone_reads_the_code_and_scans_at_its_gate_only()
    {
        var (_, link) = await Offered();
        var phone = place.Host.Visitor("203.0.113.5");
        var asked = await phone.Open(link);
        Assert.Contains("becomes a scanner at gate Nord: Day ogtm17", asked.Text, StringComparison.Ordinal);

        var done = await phone.Send(asked, "/enrol");

        Assert.Equal("/events/ogtm17/scan", done.Location);
        var scan = await phone.Open("/events/ogtm17/scan");
        Assert.Contains($"gate=Nord organiser=False at={Installation.Ogtm}", scan.Source, StringComparison.Ordinal);
        Assert.Matches("actor=(.{36}) device=\\1", scan.Source);
        Assert.Equal(404, (await phone.Open("/events/mucgov18/scan")).Status);
        foreach (var closed in new[] { "/events", "/members", "/account", "/events/ogtm17/devices" })
            Assert.Equal((closed, 403), (closed, (await phone.Open(closed)).Status));
    }

    [Fact]
    public async Task Looking_at_the_link_enrols_nobody()
    {
        var (_, link) = await Offered();
        var phone = place.Host.Visitor();
        await phone.Open(link);

        Assert.Equal(302, (await phone.Open("/events/ogtm17/scan")).Status);
    }

    [Fact]
    public async Task Of_two_phones_with_one_code_one_becomes_a_scanner()
    {
        var (_, link) = await Offered();
        var (one, two) = (place.Host.Visitor(), place.Other.Visitor());
        var (form1, form2) = (await one.Open(link), await two.Open(link));

        var both = await Task.WhenAll(one.Send(form1, "/enrol"), two.Send(form2, "/enrol"));

        Assert.Equal([302, 409], both.Select(page => page.Status).Order());
        Assert.Contains("Each phone needs its own", both.Single(page => page.Status == 409).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_ends_after_a_quarter_of_an_hour()
    {
        var (_, link) = await Offered();
        var phone = place.Host.Visitor();
        var form = await phone.Open(link);
        place.Clock.Forward(OfferScanner.Lifetime);

        Assert.Equal(409, (await phone.Send(form, "/enrol")).Status);
    }

    [Fact]
    public async Task A_lost_phone_is_ended_on_every_host_within_five_seconds()
    {
        var (organiser, link) = await Offered();
        var phone = place.Host.Visitor();
        await phone.Fill(link, "/enrol");
        var elsewhere = phone.At(place.Other.Address);
        Assert.Equal(200, (await elsewhere.Open("/events/ogtm17/scan")).Status);

        await organiser.Fill("/events/ogtm17/devices", $"/events/ogtm17/devices/{await Device()}/revoke");
        place.Clock.Forward(TimeSpan.FromSeconds(5));

        Assert.Equal(302, (await phone.Open("/events/ogtm17/scan")).Status);
        Assert.Equal(302, (await elsewhere.Open("/events/ogtm17/scan")).Status);
    }

    [Fact]
    public async Task A_phone_stays_a_scanner_for_weeks_and_ends_a_day_after_its_event()
    {
        var (_, link) = await Offered();
        var phone = place.Host.Visitor();
        await phone.Fill(link, "/enrol");
        place.Clock.Forward(TimeSpan.FromDays(21));
        Assert.Equal(200, (await phone.Open("/events/ogtm17/scan")).Status);
        place.Clock.Forward(TimeSpan.FromHours(33));

        Assert.Equal(302, (await phone.Open("/events/ogtm17/scan")).Status);
    }

    [Fact]
    public async Task The_organisers_own_session_does_not_stay_on_the_phone()
    {
        var (organiser, link) = await Offered();

        await organiser.Fill(link, "/enrol");

        Assert.Equal(403, (await organiser.Open("/members")).Status);
        Assert.Contains("gate=Nord", (await organiser.Open("/events/ogtm17/scan")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_when_a_phone_was_last_heard()
    {
        var (organiser, link) = await Offered();
        Assert.Contains("Code open until", (await organiser.Open("/events/ogtm17/devices")).Text, StringComparison.Ordinal);
        var phone = place.Host.Visitor();
        await phone.Fill(link, "/enrol");
        await phone.Open("/events/ogtm17/scan");

        Assert.Contains("Last heard: today", (await organiser.Open("/events/ogtm17/devices")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("%00")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_code_opens_nothing(string token) =>
        Assert.Equal(410, (await place.Host.Visitor().Open($"/enrol?t={token}")).Status);

    [Fact]
    public async Task A_gate_that_the_event_does_not_have_is_refused_with_everything_typed_kept()
    {
        var organiser = await place.Organiser();

        var again = await Installation.Offer(organiser, "Hinten");

        Assert.Equal(422, again.Status);
        Assert.Equal("Nord 1", again.Value("name"));
    }

    [Theory]
    [InlineData("/events/unknown/devices")]
    [InlineData("/events/a%01b/devices")]
    [InlineData("/events/ogtm17/devices/0199c2a4-7c00-7000-8000-00000000ffff")]
    public async Task What_is_not_there_is_a_404(string path) =>
        Assert.Equal(404, (await (await place.Organiser()).Open(path)).Status);

    private async Task<(Visitor Organiser, string Link)> Offered()
    {
        var organiser = await place.Organiser();
        var offered = await Installation.Offer(organiser);
        Assert.Equal(200, (await organiser.Open(offered.Location!)).Status);
        return (organiser, $"/enrol?t={place.Host.Get<EnrolmentTokens>().For(await Device())}");
    }

    private Task<Guid> Device() => place.Database.Read<Guid>("select device_id from accounts.devices");
}
