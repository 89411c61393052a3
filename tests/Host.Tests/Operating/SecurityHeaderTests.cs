using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EventOps.Host.Tests.Operating;

/// <summary>S-17: what every answer tells the browser.</summary>
public sealed class SecurityHeaderTests
{
    [Theory]
    [InlineData("/page")]
    [InlineData("/broken")]
    [InlineData("/missing")]
    [InlineData("/api/missing")]
    public async Task Every_answer_trusts_nothing_from_elsewhere(string path)
    {
        await using var host = await Start();
        using var answer = await host.Client.GetAsync(path);
        var policy = Header(answer, "Content-Security-Policy").Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("style-src 'self'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.EndsWith("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Only_the_scanner_may_use_the_camera_and_WebAssembly()
    {
        await using var host = await Start();
        using var answer = await host.Client.GetAsync("/scanner");
        Assert.EndsWith("camera=(self)", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval'; ", Header(answer, "Content-Security-Policy"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_is_kept_for_a_year()
    {
        await using var host = await Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page");
        request.Headers.Add("X-Forwarded-Proto", "https"); // as a proxy on the same machine says
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
    }

    [Fact]
    public void Cookies_are_bound_to_the_host_where_there_is_https()
    {
        Assert.Equal("__Host-form", new PublicUrl(new("https://events.example")).CookieName("form"));
        Assert.Equal("form", new PublicUrl(new("http://127.0.0.1:8080")).CookieName("form"));
    }

    private static Task<SmallHost> Start() => SmallHost.Start(routes =>
    {
        routes.MapGet("/page", () => Results.Content("<p>Hello", "text/html"));
        routes.MapGet("/broken", string () => throw new InvalidOperationException());
        routes.MapGet("/scanner", () => Results.Content("<p>Scan", "text/html")).WithMetadata(new AllowsCamera());
    });

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
