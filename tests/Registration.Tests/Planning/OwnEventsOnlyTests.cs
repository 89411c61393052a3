using System.Net;
using EventOps.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.Planning;

public class OwnEventsOnlyTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    /// <summary>Every page of organisers below /events/{slug}, as the router knows them.</summary>
    private IReadOnlyList<(string Method, string Path)> Endpoints(PlannedEvent planned) =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(asked => asked.Policy == Policies.Organiser))
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("events/{slug}", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (
                method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
                    .Replace("{slug}", planned.Slug, StringComparison.Ordinal)
                    .Replace("{id:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal)))),
    ];

    [Fact]
    public async Task An_event_of_another_organisation_looks_as_if_it_did_not_exist()
    {
        var planned = await PlannedEvent.In(host);
        using var own = host.Organiser();
        using var other = host.As(TestCaller.Organiser(Guid.NewGuid()));
        var token = await TokenFrom(other);
        var unknown = await other.Open($"/events/nowhere-{Guid.NewGuid():N}/setup");
        var endpoints = Endpoints(planned);

        Assert.True(endpoints.Count > 25, $"Only {endpoints.Count} endpoints were found.");
        foreach (var (method, path) in endpoints)
        {
            using var request = new HttpRequestMessage(new(method), path);
            if (method == "POST") request.Content = new FormUrlEncodedContent([token]);
            using var answer = await other.Http.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {path} answers {(int)answer.StatusCode}.");
            Assert.Contains(
                unknown.At("h1"), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await own.Open($"/events/{planned.Slug}/setup")).Status);
    }

    [Fact]
    public async Task Scanners_and_strangers_see_no_page_of_organisers()
    {
        var planned = await PlannedEvent.In(host);
        using var scanner = host.As(TestCaller.Scanner(RegistrationHost.City, planned.Id, "Nord"));
        using var stranger = host.As();
        foreach (var (_, path) in Endpoints(planned).Where(endpoint => endpoint.Method == "GET"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await scanner.Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task Nothing_changes_without_the_token_of_a_form()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.Organiser();
        foreach (var (_, path) in Endpoints(planned).Where(endpoint => endpoint.Method == "POST"))
        {
            using var answer = await browser.Http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([]));
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"POST {path} answers {(int)answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task Pages_of_organisers_are_kept_by_nobody()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.Organiser();
        foreach (var path in (string[])["setup", "attendees", "overview", "badges", "attendees.csv"])
        {
            var page = await browser.Open($"/events/{planned.Slug}/{path}");
            Assert.True(page.Answer.Headers.CacheControl!.NoStore, path);
        }
    }

    private static async Task<KeyValuePair<string, string>> TokenFrom(Browser browser)
    {
        var page = await browser.Open("/events/new");
        return new(
            "__RequestVerificationToken",
            page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }
}
