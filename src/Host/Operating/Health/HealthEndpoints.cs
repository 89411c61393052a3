using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EventOps.Host.Operating.Health;

/// <summary>What a proxy or supervisor asks: does the process live, may it be sent people?</summary>
public static class HealthEndpoints
{
    /// <summary>What <c>/health/ready</c> answers; the parts only on the host's own machine.</summary>
    public sealed record Answer(string Status, IReadOnlyDictionary<string, Part>? Parts);

    /// <summary>One check.</summary>
    public sealed record Part(string Status, string? Text);

    /// <summary>Adds the host's own checks; a module adds more with AddHealthChecks().</summary>
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database")
        .AddCheck<ClockHealth>("clock")
        .AddCheck<RuntimeHealth>("runtime");

    /// <summary>Maps both.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        routes.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    private static async Task<IResult> Ready(HttpContext http, HealthCheckService checks, CancellationToken ct)
    {
        var report = await checks.CheckHealthAsync(ct);
        var onThisMachine = http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress);
        var parts = onThisMachine
            ? report.Entries.ToDictionary(
                entry => entry.Key, entry => new Part(Word(entry.Value.Status), entry.Value.Description))
            : null;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Answer(Word(report.Status), parts), statusCode: report.Status == HealthStatus.Unhealthy
            ? 503 : 200);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "warning",
        _ => "not ready",
    };
}
