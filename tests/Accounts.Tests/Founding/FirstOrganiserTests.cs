namespace EventOps.Accounts.Tests.Founding;

[Collection(nameof(OneInstallation))]
public sealed class FirstOrganiserTests(Installation place) : IAsyncLifetime
{
    public Task InitializeAsync() => place.Empty();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_printed_link_makes_the_first_organiser_and_signs_in()
    {
        var visitor = await place.Organiser();

        var list = await visitor.Open("/events");

        Assert.Contains("organiser=True", list.Source, StringComparison.Ordinal);
        Assert.Equal("Rosa Huber", await place.Database.Read<string>("select name from accounts.personal"));
    }

    [Fact]
    public async Task Looking_at_the_link_does_not_use_it_up_but_the_form_does()
    {
        var link = await place.Host.PrintedLink();
        var scanner = place.Host.Visitor();
        Assert.Equal(200, (await scanner.Open(link)).Status);
        var page = await scanner.Open(link);
        var first = await scanner.Send(
            page, "/welcome", ("name", "Rosa Huber"), ("mail", Installation.FirstMail), ("password", Installation.Password));
        Assert.Equal("/events", first.Location);

        var again = await place.Host.Visitor().Open(link);

        Assert.Equal(410, again.Status);
        Assert.Contains("used up", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_have_links_do_not_both_become_the_first()
    {
        var (one, two) = (await place.Host.PrintedLink(), await place.Host.PrintedLink());
        var (early, late) = (place.Host.Visitor(), place.Host.Visitor());
        var open = await late.Open(two);
        await Installation.Found(early, one);

        var refused = await late.Send(
            open, "/welcome", ("name", "Xaver Late"), ("mail", "x@stadt.example"), ("password", Installation.Password));

        Assert.Equal(410, refused.Status);
        Assert.Equal(1L, await place.Database.Read<long>("select count(*) from accounts.members"));
    }

    [Fact]
    public async Task The_link_ends_after_a_day()
    {
        var link = await place.Host.PrintedLink();
        place.Clock.Forward(TimeSpan.FromHours(24));

        Assert.Equal(410, (await place.Host.Visitor().Open(link)).Status);
    }

    [Theory]
    [InlineData("kurz", "at least 12")]
    [InlineData("aaaaaaaaaaaaaaaa", "Too few different")]
    [InlineData("rosa.huber@stadt.example", "first thing others try")]
    public async Task A_poor_password_is_refused_and_everything_else_stays(string password, string sentence)
    {
        var visitor = place.Host.Visitor();

        var again = await Installation.Found(visitor, await place.Host.PrintedLink(), password);

        Assert.Equal(422, again.Status);
        Assert.Contains(sentence, again.Html.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Rosa Huber", again.Value("name"));
        Assert.Null(again.Value("password"));
    }

    [Fact]
    public async Task Later_starts_print_a_link_that_signs_the_organiser_in_once()
    {
        await place.Organiser();
        var link = await place.Host.PrintedLink();
        var operatorsBrowser = place.Host.Visitor();
        Assert.StartsWith("/sign-in/by-link?t=", link, StringComparison.Ordinal);

        var inside = await operatorsBrowser.Fill(link, "/sign-in/by-link");

        Assert.Equal("/events", inside.Location);
        Assert.Equal(200, (await operatorsBrowser.Open("/events")).Status);
        Assert.Equal(410, (await place.Host.Visitor().Open(link)).Status);
    }

    [Fact]
    public async Task No_table_holds_a_link_as_it_was_printed()
    {
        var token = (await place.Host.PrintedLink()).Split("t=")[1];

        Assert.Equal(43, token.Length);
        Assert.Equal(0L, await place.Rows("accounts.links", token));
    }
}
