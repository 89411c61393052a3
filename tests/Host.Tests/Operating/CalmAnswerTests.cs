using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace EventOps.Host.Tests.Operating;

/// <summary>What people and programs see when something failed, and what they do not.</summary>
public sealed class CalmAnswerTests
{
    [Theory]
    [InlineData("de", "Das hat nicht geklappt.")]
    [InlineData("en", "That did not work.")]
    public async Task A_mistake_of_ours_is_a_calm_page_that_quotes_nobody(string language, string title)
    {
        await using var host = await Start();
        using var answer = await Get(host, "/broken?name=Wilhelmine", language);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be served", page, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", page, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", host.Log, StringComparison.Ordinal);
        Assert.Contains("GET /broken 500", host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Wilhelmine", host.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/away", "de", "Einen Moment.")]
    [InlineData("/away", "en", "One moment.")]
    public async Task A_database_that_is_away_is_worth_waiting_for(string path, string language, string title)
    {
        await using var host = await Start();
        using var answer = await Get(host, path, language);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains(title, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/away", 503, "unavailable")]
    [InlineData("/api/v1/broken", 500, "internal")]
    [InlineData("/api/v1/missing", 404, "not-found")]
    [InlineData("/api/v1/secret", 401, "sign-in-needed")]
    public async Task Programs_get_a_problem_with_a_stable_code(string path, int status, string code)
    {
        await using var host = await Start();
        using var answer = await Get(host, path, "en");
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_page_that_is_not_there_hangs_on_no_hook()
    {
        await using var host = await Start();
        using var answer = await Get(host, "/missing", "de");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Hier h&#xE4;ngt nichts.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_refused_with_a_sentence()
    {
        await using var host = await Start();
        using var body = new ByteArrayContent(new byte[(1 << 20) + 1]);
        using var answer = await host.Client.PostAsync("/echo", body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Das ist zu viel auf einmal.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Get(SmallHost host, string path, string language)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        return host.Client.SendAsync(request);
    }

    private static Task<SmallHost> Start() => SmallHost.Start(routes =>
    {
        foreach (var prefix in new[] { "", "/api/v1" })
        {
            routes.MapGet(prefix + "/broken", string (string? name) =>
                throw new InvalidOperationException($"{name} could not be served"));
            routes.MapGet(prefix + "/away", string () => throw new NpgsqlException("The connection is gone"));
            routes.MapGet(prefix + "/secret", () => "secret").RequireAuthorization();
        }

        routes.MapPost("/echo", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            return await reader.ReadToEndAsync();
        });
    });
}
