using System.Net;

namespace EventOps.Ui.Tests.Words;

[Collection(nameof(Chromium))]
public sealed class LanguageChoiceTests(Chromium chromium)
{
    private const string German = "Hier hängt nichts.";
    private const string English = "Nothing hangs here.";

    [Fact]
    public async Task A_click_on_the_switch_is_remembered_and_leads_to_the_clean_address()
    {
        using var answer = await Get("/gallery/lost?a=1&lang=en&b=%26");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/gallery/lost?a=1&b=%26", answer.Headers.Location!.ToString());
        Assert.StartsWith("lang=en;", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/?lang=en")]
    [InlineData("/\\evil.example/?lang=en")]
    public async Task The_switch_never_leads_to_another_host(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, chromium.Site.Url + path);
        using var answer = await chromium.Site.Client.SendAsync(request);
        var target = answer.Headers.Location?.ToString() ?? "/";
        Assert.Matches(@"^/([^/\\]|$)", target);
    }

    [Theory]
    [InlineData("de-AT,en;q=0.5", null, German)]
    [InlineData("fr,en;q=0.3,de;q=0.2", null, English)]
    [InlineData("fr", null, German)]
    [InlineData("de", "en", English)]
    [InlineData("en;q=0,de;q=0.1", null, German)]
    public async Task The_cookie_counts_more_than_the_browser(string accepted, string? cookie, string shown) =>
        Assert.Equal(shown, await Heading("/gallery/lost", accepted, cookie));

    [Theory]
    [InlineData("/prefers?ticket=en", "de", null, English)]
    [InlineData("/prefers?ticket=en", "de", "de", German)]
    [InlineData("/falls-back?event=en", "fr", null, English)]
    [InlineData("/falls-back?event=en", "de", null, German)]
    public async Task A_page_may_have_a_language_of_its_own(string path, string accepted, string? cookie, string shown) =>
        Assert.Equal(shown, await Heading(path, accepted, cookie));

    [Fact]
    public async Task A_fragment_in_a_named_language_is_answered_in_place()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/gallery/lost?lang=en");
        request.Headers.Add("X-Fragment", "main");
        using var answer = await chromium.Site.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains(English, text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_keeps_the_question_of_the_page_and_names_languages_in_themselves()
    {
        using var answer = await Get("/gallery/lost?q=ober");
        var page = Html.Parse(await answer.Content.ReadAsStringAsync());
        var links = page.QuerySelectorAll(".nav-lang a");
        Assert.Equal(["Deutsch", "English"], links.Select(link => link.TextContent));
        Assert.Equal("/gallery/lost?q=ober&lang=en", links[1].GetAttribute("href"));
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
    }

    private async Task<HttpResponseMessage> Get(string path) =>
        await chromium.Site.Client.GetAsync(new Uri(path, UriKind.Relative));

    private async Task<string> Heading(string path, string accepted, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Language", accepted } } };
        if (cookie is not null) request.Headers.Add("Cookie", $"lang={cookie}");
        using var answer = await chromium.Site.Client.SendAsync(request);
        return Html.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent;
    }
}
