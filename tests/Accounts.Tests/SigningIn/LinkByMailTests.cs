using EventOps.Support;

namespace EventOps.Accounts.Tests.SigningIn;

[Collection(nameof(OneInstallation))]
public sealed class LinkByMailTests(Installation place) : IAsyncLifetime
{
    public Task InitializeAsync() => place.Empty();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_mailed_link_signs_in_once_and_lets_set_a_new_password_without_the_old_one()
    {
        await place.Organiser();
        var visitor = place.Host.Visitor();
        await visitor.Fill("/sign-in/link", "/sign-in/link", ("mail", Installation.FirstMail));
        var link = await place.LinkTo(Installation.FirstMail);

        Assert.Equal("/events", (await visitor.Fill(link, "/sign-in/by-link")).Location);
        var changed = await visitor.Fill("/account/password", "/account/password", ("password", "Andere Linde Regen 18"));

        Assert.Equal("/account?done=password", changed.Location);
        Assert.Equal(410, (await visitor.Open(link)).Status);
    }

    [Fact]
    public async Task A_link_for_nobody_is_answered_the_same_and_mails_nobody()
    {
        await place.Organiser();
        var known = await Ask(Installation.FirstMail);
        var unknown = await Ask("nobody.here@stadt.example");
        await Quiet.WaitForMessages(place.Host.Services);

        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        Assert.Single(place.Mail.Sent);
    }

    [Fact]
    public async Task One_address_gets_three_links_an_hour_at_most()
    {
        await place.Organiser();
        for (var i = 0; i < 6; i++)
        {
            var answer = await Ask(Installation.FirstMail, $"198.51.100.{i}");
            Assert.Equal("/sign-in/link/sent", answer.Location);
        }

        await Quiet.WaitForMessages(place.Host.Services);
        Assert.Equal(3, place.Mail.Sent.Count);
    }

    [Fact]
    public async Task A_link_ends_after_half_an_hour()
    {
        await place.Organiser();
        await Ask(Installation.FirstMail);
        var link = await place.LinkTo(Installation.FirstMail);
        place.Clock.Forward(TimeSpan.FromMinutes(30));

        Assert.Equal(410, (await place.Host.Visitor().Open(link)).Status);
    }

    private Task<Page> Ask(string mail, string address = "192.0.2.1") =>
        place.Host.Visitor(address).Fill("/sign-in/link", "/sign-in/link", ("mail", mail));
}
