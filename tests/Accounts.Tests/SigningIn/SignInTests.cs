namespace EventOps.Accounts.Tests.SigningIn;

[Collection(nameof(OneInstallation))]
public sealed class SignInTests(Installation place) : IAsyncLifetime
{
    public Task InitializeAsync() => place.Empty();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Mail_and_password_lead_to_the_page_that_was_asked_for()
    {
        await place.Organiser();
        var visitor = place.Host.Visitor();
        var asked = await visitor.Open("/members?x=1");
        Assert.Equal("/sign-in?next=%2Fmembers%3Fx%3D1", asked.Location);

        var inside = await visitor.Fill(
            asked.Location!, "/sign-in", ("mail", "ROSA.huber@stadt.example "), ("password", Installation.Password));

        Assert.Equal("/members?x=1", inside.Location);
        Assert.Equal(200, (await visitor.Open("/members")).Status);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_site(string next)
    {
        await place.Organiser();

        var inside = await place.SignIn(Installation.FirstMail, Installation.Password, next: next);

        Assert.Equal("/events", inside.Location);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_mail_get_the_same_answer()
    {
        await place.Organiser();

        var known = await place.SignIn(Installation.FirstMail, "Falsches Passwort 1", "198.51.100.1");
        var unknown = await place.SignIn("nobody.here@stadt.example", "Falsches Passwort 1", "198.51.100.2");

        Assert.Equal((422, 422), (known.Status, unknown.Status));
        Assert.Equal(known.Text, unknown.Text);
        Assert.Equal(Installation.FirstMail, known.Value("mail"));
        Assert.Null(known.Value("password"));
        Assert.NotNull(known.Html.QuerySelector("[role=alert][autofocus]"));
    }

    [Fact]
    public async Task Signing_in_starts_a_session_under_a_new_id()
    {
        var visitor = await place.Organiser();
        var before = visitor.Cookie("eventops");
        var sessions = await place.Database.Read<long>("select count(*) from accounts.sessions");

        await visitor.Fill("/sign-in", "/sign-in", ("mail", Installation.FirstMail), ("password", Installation.Password));

        Assert.NotEqual(before, visitor.Cookie("eventops"));
        Assert.Equal(sessions, await place.Database.Read<long>("select count(*) from accounts.sessions"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_every_host_even_for_a_copied_cookie()
    {
        var visitor = await place.Organiser();
        var copy = visitor.At(place.Other.Address);
        Assert.Equal(200, (await copy.Open("/members")).Status);

        var gone = await visitor.Fill("/members", "/sign-out");
        place.Clock.Forward(TimeSpan.FromSeconds(5));

        Assert.Equal("/sign-in", gone.Location);
        Assert.Equal(302, (await copy.Open("/members")).Status);
    }

    [Fact]
    public async Task A_session_lives_on_another_host()
    {
        var visitor = await place.Organiser();

        Assert.Equal(200, (await visitor.At(place.Other.Address).Open("/members")).Status);
    }

    [Fact]
    public async Task A_form_of_another_site_does_nothing()
    {
        var visitor = await place.Organiser();
        var forged = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent([]) };

        var refused = await visitor.Send(forged);

        Assert.Equal(400, refused.Status);
        Assert.Equal(200, (await visitor.Open("/members")).Status);
    }

    [Theory]
    [InlineData("\u202erosa@stadt.example")]
    [InlineData("rosa")]
    [InlineData("")]
    public async Task What_is_no_address_is_told_so(string mail) =>
        Assert.Equal(422, (await place.SignIn(mail, "x", "198.51.100.3")).Status);

    [Fact]
    public async Task A_form_with_nothing_in_it_comes_back_with_sentences()
    {
        var visitor = place.Host.Visitor();
        var token = (await visitor.Open("/sign-in")).Value("__RequestVerificationToken")!;

        var again = await visitor.Send(new(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]),
        });

        Assert.Equal(422, again.Status);
        var links = again.Html.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href"));
        Assert.Equal(["#mail", "#password"], links);
    }

    [Fact]
    public async Task The_cookie_is_for_the_server_alone()
    {
        await place.Organiser();
        var inside = await place.SignIn(Installation.FirstMail, Installation.Password, "198.51.100.4");

        var cookie = inside.SetCookies.Single(value => value.StartsWith("eventops=", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task On_https_no_other_host_of_the_domain_can_set_the_cookie()
    {
        await place.Organiser();
        await using var https = await place.Another("https://veranstaltung.example");

        var inside = await https.Visitor("198.51.100.5").Fill(
            "/sign-in", "/sign-in", ("mail", Installation.FirstMail), ("password", Installation.Password));

        var cookies = inside.SetCookies.Where(value => value.Contains("eventops", StringComparison.Ordinal)).ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-eventops=", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }
}
