using EventOps.Support;

namespace EventOps.Accounts.Tests.SigningIn;

public sealed class LinkByMailTests : IAsyncLifetime
{
    private readonly Installation _place = new();

    public Task InitializeAsync() => _place.InitializeAsync();

    public Task DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task A_mailed_link_signs_in_once_and_lets_set_a_new_password_without_the_old_one()
    {
        await _place.Organiser();
        var visitor = _place.Host.Visitor();
        await visitor.Fill("/sign-in/link", "/sign-in/link", ("mail", Installation.FirstMail));
        var link = await _place.LinkTo(Installation.FirstMail);

        Assert.Equal("/events", (await visitor.Fill(link, "/sign-in/by-link")).Location);
        var changed = await visitor.Fill("/account/password", "/account/password", ("password", "Andere Linde Regen 18"));

        Assert.Equal("/account?done=password", changed.Location);
        Assert.Equal(410, (await visitor.Open(link)).Status);
    }

    [Fact]
    public async Task A_link_for_nobody_is_answered_the_same_and_mails_nobody()
    {
        await _place.Organiser();
        var known = await _place.Host.Visitor().Fill("/sign-in/link", "/sign-in/link", ("mail", Installation.FirstMail));
        var unknown = await _place.Host.Visitor().Fill("/sign-in/link", "/sign-in/link", ("mail", "nobody.here@stadt.example"));
        await Quiet.WaitForMessages(_place.Host.Services);

        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        Assert.Single(_place.Mail.Sent);
    }

    [Fact]
    public async Task One_address_gets_three_links_an_hour_at_most()
    {
        await _place.Organiser();
        for (var i = 0; i < 6; i++)
        {
            var answer = await _place.Host.Visitor($"198.51.100.{i}").Fill("/sign-in/link", "/sign-in/link", ("mail", Installation.FirstMail));
            Assert.Equal("/sign-in/link/sent", answer.Location);
        }

        await Quiet.WaitForMessages(_place.Host.Services);
        Assert.Equal(3, _place.Mail.Sent.Count);
    }

    [Fact]
    public async Task A_link_ends_after_half_an_hour()
    {
        await _place.Organiser();
        await _place.Host.Visitor().Fill("/sign-in/link", "/sign-in/link", ("mail", Installation.FirstMail));
        var link = await _place.LinkTo(Installation.FirstMail);
        _place.Clock.Forward(TimeSpan.FromMinutes(30));

        Assert.Equal(410, (await _place.Host.Visitor().Open(link)).Status);
    }
}
