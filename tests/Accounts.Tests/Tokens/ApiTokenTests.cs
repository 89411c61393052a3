using System.Net.Http.Headers;
using System.Text.Json;
using EventOps.Accounts.Members;
using EventOps.Accounts.Tokens;

namespace EventOps.Accounts.Tests.Tokens;

[Collection(nameof(OneInstallation))]
public sealed class ApiTokenTests(Installation place) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await place.Empty();
        await place.Plan(Installation.Ogtm, "ogtm17", "Nord");
        await place.Plan(Installation.Mucgov, "mucgov18", "Süd");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_token_has_256_random_bits_and_is_stored_as_a_hash()
    {
        var tokens = new HashSet<string>();
        for (var i = 0; i < 50; i++)
            tokens.Add(await Organiser());

        Assert.Equal(50, tokens.Count);
        Assert.All(tokens, token => Assert.Matches("^eo_[A-Za-z0-9_-]{43}$", token));
        var one = tokens.First()[3..];
        Assert.Equal(0L, await place.Rows("accounts.api_tokens", one));
    }

    [Fact]
    public async Task An_organisers_token_opens_the_organisers_part()
    {
        var token = await Organiser();

        Assert.Equal(200, (await Call(HttpMethod.Get, "/api/v1/events", token)).Status);
        Assert.Equal(200, (await Call(HttpMethod.Post, "/api/v1/events/ogtm17/scans", token)).Status);
    }

    [Fact]
    public async Task A_scanners_token_scans_at_its_event_and_does_nothing_else()
    {
        var token = await Scanner();

        Assert.Equal(200, (await Call(HttpMethod.Post, "/api/v1/events/ogtm17/scans", token)).Status);
        await IsProblem(await Call(HttpMethod.Post, "/api/v1/events/mucgov18/scans", token), 404, "not-found");
        await IsProblem(await Call(HttpMethod.Get, "/api/v1/events", token), 403, "not-allowed");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("eo_")]
    [InlineData("eo_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("something else")]
    public async Task Without_a_known_token_the_answer_is_a_problem_never_a_redirect(string? token)
    {
        var answer = await Call(HttpMethod.Get, "/api/v1/events", token);

        await IsProblem(answer, 401, "not-signed-in");
        Assert.Equal("Bearer", answer.Answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_session_cookie_counts_for_nothing_in_the_api()
    {
        var organiser = await place.Organiser();

        Assert.Equal(401, (await organiser.Open("/api/v1/events")).Status);
    }

    [Fact]
    public async Task The_public_part_needs_no_token_and_bears_a_wrong_one()
    {
        Assert.Equal(200, (await Call(HttpMethod.Get, "/api/v1/public", null)).Status);
        Assert.Equal(200, (await Call(HttpMethod.Get, "/api/v1/public", "eo_wrong")).Status);
    }

    [Fact]
    public async Task A_token_counts_for_nothing_outside_of_the_api()
    {
        var answer = await Call(HttpMethod.Get, "/events", await Organiser());

        Assert.Equal("/sign-in?next=%2Fevents", answer.Location);
    }

    [Fact]
    public async Task A_token_ends_at_its_time()
    {
        var soon = place.Clock.GetUtcNow().AddMinutes(5);
        var token = await place.Host.Get<ApiTokens>().Create(Role.Organiser, null, "brief", soon);
        Assert.Equal(200, (await Call(HttpMethod.Get, "/api/v1/events", token)).Status);
        place.Clock.Forward(TimeSpan.FromMinutes(5));

        Assert.Equal(401, (await Call(HttpMethod.Get, "/api/v1/events", token)).Status);
    }

    [Fact]
    public async Task A_token_made_on_the_page_is_shown_once_and_ended_there_within_five_seconds_everywhere()
    {
        var organiser = await place.Organiser();
        var name = $"badge printer {Guid.NewGuid():N}";
        var made = await organiser.Fill(
            "/tokens", "/tokens", ("name", name), ("right", Installation.Ogtm.ToString()), ("days", "30"));
        Assert.Equal("/tokens", made.Location);
        var token = (await organiser.Open("/tokens")).Html.QuerySelector("code")!.TextContent;
        Assert.Null((await organiser.Open("/tokens")).Html.QuerySelector("code"));
        Assert.Equal(200, (await Call(HttpMethod.Post, "/api/v1/events/ogtm17/scans", token)).Status);
        Assert.Equal(200, (await Call(HttpMethod.Post, "/api/v1/events/ogtm17/scans", token, place.Other)).Status);

        var id = await place.Database.Read<Guid>(
            $"select token_id from accounts.api_tokens where name = '{name}' and last_used_on is not null");
        await organiser.Fill("/tokens", $"/tokens/{id}/revoke");
        place.Clock.Forward(TimeSpan.FromSeconds(5));

        Assert.Equal(401, (await Call(HttpMethod.Post, "/api/v1/events/ogtm17/scans", token)).Status);
        Assert.Equal(401, (await Call(HttpMethod.Post, "/api/v1/events/ogtm17/scans", token, place.Other)).Status);
    }

    [Fact]
    public async Task A_scanners_token_without_an_event_is_not_made() => await Assert.ThrowsAsync<ArgumentException>(() =>
        place.Host.Get<ApiTokens>().Create(Role.Scanner, null, "everywhere", place.Clock.GetUtcNow().AddDays(1)));

    private Task<string> Organiser() =>
        place.Host.Get<ApiTokens>().Create(Role.Organiser, null, "test", place.Clock.GetUtcNow().AddDays(1));

    private Task<string> Scanner() =>
        place.Host.Get<ApiTokens>().Create(Role.Scanner, Installation.Ogtm, "test", place.Clock.GetUtcNow().AddDays(1));

    private async Task<Page> Call(HttpMethod method, string path, string? token, AccountsHost? host = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await (host ?? place.Host).Visitor().Send(request);
    }

    private static async Task IsProblem(Page answer, int status, string code)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.Answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Answer.Content.ReadAsStringAsync());
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
    }
}
