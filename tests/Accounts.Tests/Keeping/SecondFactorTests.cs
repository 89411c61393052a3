using EventOps.Accounts.Credentials;

namespace EventOps.Accounts.Tests.Keeping;

[Collection(nameof(OneInstallation))]
public sealed class SecondFactorTests(Installation place) : IAsyncLifetime
{
    public Task InitializeAsync() => place.Empty();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory] // RFC 6238, appendix B, the last six digits
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code("12345678901234567890"u8.ToArray(), Totp.Step(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void Keys_are_written_as_apps_read_them()
    {
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Base32.Encode("12345678901234567890"u8));
        Assert.Equal("12345678901234567890"u8, Base32.Decode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    }

    [Fact]
    public async Task With_an_app_set_up_the_password_alone_no_longer_opens()
    {
        var (visitor, key, _) = await SetUp();
        await visitor.Fill("/account", "/sign-out");

        var asked = await visitor.Fill(
            "/sign-in", "/sign-in", ("mail", Installation.FirstMail), ("password", Installation.Password));
        Assert.Equal("/sign-in/code", asked.Location);
        Assert.Equal(302, (await visitor.Open("/account")).Status);
        Assert.Equal(422, (await visitor.Fill("/sign-in/code", "/sign-in/code", ("code", "000000"))).Status);
        var inside = await visitor.Fill("/sign-in/code", "/sign-in/code", ("code", Now(key)));

        Assert.Equal("/events", inside.Location);
        Assert.Equal(200, (await visitor.Open("/account")).Status);
    }

    [Fact]
    public async Task A_code_works_once_on_all_hosts_together()
    {
        var (_, key, _) = await SetUp();
        var (one, two) = ((await Installation.SignIn(place.Host)).Visitor, (await Installation.SignIn(place.Other)).Visitor);
        var (form1, form2) = (await one.Open("/sign-in/code"), await two.Open("/sign-in/code"));
        var code = Now(key);

        var both = await Task.WhenAll(
            one.Send(form1, "/sign-in/code", ("code", code)), two.Send(form2, "/sign-in/code", ("code", code)));

        Assert.Equal([302, 422], both.Select(page => page.Status).Order());
    }

    [Fact]
    public async Task A_code_on_paper_opens_once()
    {
        var (_, _, paper) = await SetUp();
        Assert.Equal(RecoveryCodes.Count, paper.Count);
        var typed = paper[3].Replace('-', ' ').ToLowerInvariant();

        var (one, two) = ((await Installation.SignIn(place.Host)).Visitor, (await Installation.SignIn(place.Host)).Visitor);
        var first = await one.Fill("/sign-in/code", "/sign-in/code", ("code", typed));
        var second = await two.Fill("/sign-in/code", "/sign-in/code", ("code", typed));

        Assert.Equal((302, 422), (first.Status, second.Status));
    }

    [Fact]
    public async Task Codes_are_shown_once_and_stored_as_hashes()
    {
        var (visitor, _, paper) = await SetUp();

        var again = await visitor.Open("/account/recovery-codes");

        Assert.DoesNotContain(paper[0], again.Source, StringComparison.Ordinal);
        Assert.Equal(RecoveryCodes.Count, await place.Database.Read<long>("select count(*) from accounts.recovery_codes"));
        Assert.Equal(0, await place.Rows("accounts.recovery_codes", paper[0]));
    }

    [Fact]
    public async Task Turning_it_off_takes_the_password()
    {
        var (visitor, _, _) = await SetUp();
        const string page = "/account/second-factor/off";
        Assert.Equal(422, (await visitor.Fill(page, page, ("current", "Falsches Passwort 1"))).Status);

        var off = await visitor.Fill(page, page, ("current", Installation.Password));

        Assert.Equal("/account?done=factor-off", off.Location);
        Assert.Equal("/events", (await place.SignIn(Installation.FirstMail, Installation.Password)).Location);
    }

    private async Task<(Visitor, byte[] Key, IReadOnlyList<string> Paper)> SetUp()
    {
        var visitor = await place.Organiser();
        var page = await visitor.Open("/account/second-factor");
        var key = Base32.Decode(page.Html.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        var done = await visitor.Send(page, "/account/second-factor", ("code", Now(key)), ("current", Installation.Password));
        Assert.Equal("/account/recovery-codes", done.Location);
        var paper = await visitor.Open(done.Location!);
        return (visitor, key, [.. paper.Html.QuerySelectorAll("ol code").Select(code => code.TextContent)]);
    }

    private string Now(byte[] key) => Totp.Code(key, Totp.Step(place.Clock.GetUtcNow()));
}
