using System.Diagnostics;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EventOps.Host.Operating;

/// <summary>Metrics and traces for the operator's collector; nothing is gathered until one is named.</summary>
public static class Telemetry
{
    /// <summary>Sends by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 }) return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("eventops", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => metrics
                .AddMeter("EventOps.*", "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
                    "System.Runtime")
                .AddOtlpExporter())
            .WithTracing(traces => traces
                .AddSource("EventOps.*", "Npgsql")
                .AddAspNetCoreInstrumentation(web =>
                {
                    web.Filter = http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
                    web.EnrichWithHttpResponse = (span, answer) => Anonymise(span, answer.HttpContext);
                })
                .AddOtlpExporter());
    }

    /// <summary>
    /// A path can hold a ticket, a query a name, a browser's name a person's habits: only the route's template stays.
    /// </summary>
    private static void Anonymise(Activity span, HttpContext http)
    {
        span.SetTag("url.path", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        span.SetTag("url.query", null);
        span.SetTag("client.address", null);
        span.SetTag("user_agent.original", null);
    }
}
