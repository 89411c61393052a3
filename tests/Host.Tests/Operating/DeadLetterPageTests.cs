using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.EventStore.Schema;
using EventOps.Host.Operating;
using EventOps.Messaging;
using EventOps.Support;
using EventOps.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EventOps.Host.Tests.Operating;

/// <summary>The page with the messages that got stuck, over a real database, before a small host of its own.</summary>
public sealed class DeadLetterPageTests : IAsyncLifetime
{
    private static readonly Guid s_id = Guid.Parse("018f3c1e-0000-7000-8000-000000000001");

    private TestDatabase _database = null!;
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    [Fact]
    public async Task It_shows_kind_error_and_ids_and_nothing_else_of_the_body()
    {
        var text = (await Page()).QuerySelector("main")!.TextContent;

        Assert.Contains("tests.noted.v1", text, StringComparison.Ordinal);
        Assert.Contains("IOException", text, StringComparison.Ordinal);
        Assert.Contains("registrationId 3f1c0f1e-4a6b-4d0e-9f55-6f7a1d2b3c4d", text, StringComparison.Ordinal);
        Assert.DoesNotContain("free text", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replaying_puts_the_message_back_into_the_queue()
    {
        var page = await Decide("replay");

        Assert.Equal("The message is on its way again.", Status(page));
        Assert.Equal(7L, await _database.Read<long>("select position from messaging.queue"));
        Assert.Equal(0L, await _database.Read<long>("select count(*) from messaging.lanes"));
    }

    [Fact]
    public async Task Discarding_marks_the_message_and_says_so_and_a_second_time_says_that_it_is_gone()
    {
        var page = await Decide("discard");
        Assert.StartsWith("The message is discarded.", Status(page), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".empty"));
        Assert.Equal("discarded", await _database.Read<string>("select note from messaging.handled"));

        await _database.Execute(
            "insert into messaging.dead select gen_random_uuid(), 'h', 'k', 1, 't', '{}', now(), now(), 1, 'E'");
        Assert.StartsWith("Somebody decided", Status(await Decide("discard")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_organisers_right_or_the_form_s_token_nothing_happens()
    {
        _client.DefaultRequestHeaders.Remove("X-Organiser");
        Assert.Equal(HttpStatusCode.Unauthorized, (await _client.GetAsync(DeadLetterSlice.Path)).StatusCode);

        _client.DefaultRequestHeaders.Add("X-Organiser", "yes");
        var answer = await _client.PostAsync(DeadLetterSlice.Path, Form("discard", null));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1L, await _database.Read<long>("select count(*) from messaging.dead"));
    }

    [Fact]
    public async Task It_speaks_german()
    {
        _client.DefaultRequestHeaders.Remove("Accept-Language");
        _client.DefaultRequestHeaders.Add("Accept-Language", "de");
        Assert.Equal("Liegen gebliebene Nachrichten", (await Page()).QuerySelector("h1")!.TextContent);
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_database.DataSource).AddSingleton(TimeProvider.System);
        builder.Services.AddEventStore().AddMessaging().AddUi();
        builder.Services.AddAntiforgery();
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, ByHeader>("test", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(Policies.Organiser, policy => policy.RequireAuthenticatedUser());
        _app = builder.Build();
        await SchemaMigrations.Apply(_database.DataSource, _app.Services.GetRequiredService<EventStoreModel>());
        await _database.Execute($$"""
            insert into messaging.lanes values ('tests.on-noted', 'registration-1', null, 'infinity');
            insert into messaging.dead (id, handler, key, position, type, body, published_at, attempts, error) values ('{{s_id}}',
              'tests.on-noted', 'registration-1', 7, 'tests.noted.v1',
              '{"registrationId":"3f1c0f1e-4a6b-4d0e-9f55-6f7a1d2b3c4d","note":"free text"}', now(), 8, 'IOException')
            """);
        _app.UseUi();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.UseAntiforgery();
        _app.MapDeadLetters();
        await _app.StartAsync();
        _client = _app.GetTestClient();
        _client.DefaultRequestHeaders.Add("X-Organiser", "yes");
        _client.DefaultRequestHeaders.Add("Accept-Language", "en");
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static string Status(IDocument page) => page.QuerySelector("[role=status]")!.TextContent;

    private async Task<IDocument> Page(string? query = null) =>
        new HtmlParser().ParseDocument(await _client.GetStringAsync($"{DeadLetterSlice.Path}{query}"));

    private async Task<IDocument> Decide(string decision)
    {
        var shown = await _client.GetAsync(DeadLetterSlice.Path);
        var token = new HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync())
            .QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        using var post = new HttpRequestMessage(HttpMethod.Post, DeadLetterSlice.Path) { Content = Form(decision, token) };
        post.Headers.Add("Cookie", shown.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var answer = await _client.SendAsync(post);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await Page(answer.Headers.Location!.OriginalString[DeadLetterSlice.Path.Length..]);
    }

    private static FormUrlEncodedContent Form(string decision, string? token) => new(new Dictionary<string, string>
    {
        ["id"] = s_id.ToString(),
        ["handler"] = "tests.on-noted",
        ["decision"] = decision,
        ["__RequestVerificationToken"] = token ?? "",
    });

    private sealed class ByHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Request.Headers.ContainsKey("X-Organiser")) return Task.FromResult(AuthenticateResult.NoResult());
            var organiser = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "organiser-1")], Scheme.Name));
            return Task.FromResult(AuthenticateResult.Success(new(organiser, Scheme.Name)));
        }
    }
}
