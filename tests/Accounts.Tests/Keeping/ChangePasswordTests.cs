namespace EventOps.Accounts.Tests.Keeping;

[Collection(nameof(OneInstallation))]
public sealed class ChangePasswordTests(Installation place) : IAsyncLifetime
{
    private const string NewPassword = "Andere Linde Regen 18";

    public Task InitializeAsync() => place.Empty();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_new_password_ends_all_other_sessions_on_every_host_within_five_seconds()
    {
        var here = await place.Organiser();
        var (elsewhere, _) = await Installation.SignIn(place.Other);
        Assert.Equal(200, (await elsewhere.Open("/account")).Status);

        var changed = await Change(here, Installation.Password, NewPassword);
        place.Clock.Forward(TimeSpan.FromSeconds(5));

        Assert.Equal("/account?done=password", changed.Location);
        Assert.Equal(302, (await elsewhere.Open("/account")).Status);
        Assert.Equal(200, (await here.Open("/account")).Status);
        Assert.Equal(200, (await here.At(place.Other.Address).Open("/account")).Status);
    }

    [Fact]
    public async Task Only_the_new_password_counts_then()
    {
        await Change(await place.Organiser(), Installation.Password, NewPassword);

        Assert.Equal(422, (await SignIn(Installation.Password)).Status);
        Assert.Equal("/events", (await SignIn(NewPassword)).Location);
    }

    [Fact]
    public async Task Without_the_old_password_nothing_changes()
    {
        var refused = await Change(await place.Organiser(), "Falsches Passwort 1", NewPassword);

        Assert.Equal(422, refused.Status);
        Assert.Contains("not your current password", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/events", (await SignIn(Installation.Password)).Location);
    }

    [Fact]
    public async Task A_session_ends_after_thirty_days_whatever_it_does()
    {
        var visitor = await place.Organiser();
        place.Clock.Forward(TimeSpan.FromHours(11));
        Assert.Equal(200, (await visitor.Open("/account")).Status);
        place.Clock.Forward(TimeSpan.FromDays(30));

        Assert.Equal(302, (await visitor.Open("/account")).Status);
    }

    private static Task<Page> Change(Visitor visitor, string current, string next) =>
        visitor.Fill("/account/password", "/account/password", ("current", current), ("password", next));

    private Task<Page> SignIn(string password) =>
        place.SignIn(Installation.FirstMail, password);
}
