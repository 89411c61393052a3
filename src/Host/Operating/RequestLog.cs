using System.Diagnostics;

namespace EventOps.Host.Operating;

/// <summary>One line for each request: what was asked for and how it went, never by whom.</summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    private static readonly Action<ILogger, string, string, int, double, string, Exception?> s_line =
        LoggerMessage.Define<string, string, int, double, string>(
            LogLevel.Information, new(1, "Request"), "{Method} {Route} {Status} {Milliseconds} {Trace}");

    /// <summary>The number under which an operator finds a request in logs and traces.</summary>
    public static string Trace(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    /// <summary>Writes the line after the answer, also after a failed one.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (!log.IsEnabled(LogLevel.Information))
        {
            await next(http);
            return;
        }

        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            // The template: paths can hold tickets.
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            var took = Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1);
            s_line(log, http.Request.Method, route, http.Response.StatusCode, took, Trace(http), null);
        }
    }
}
