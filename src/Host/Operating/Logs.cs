using System.Text.Json;
using Microsoft.Extensions.Logging.Console;

namespace EventOps.Host.Operating;

/// <summary>Logs: one line of JSON each, without addresses, query strings, names or messages of exceptions.</summary>
public static class Logs
{
    /// <summary>Writes them to the standard output.</summary>
    /// <param name="logging">The host's logging.</param>
    /// <param name="warningsOnly">For a person at a terminal.</param>
    public static void AddLogs(this ILoggingBuilder logging, bool warningsOnly)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            json.JsonWriterOptions = new JsonWriterOptions { Indented = false };
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.MaxQueueLength = 20_000;
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite; // people waiting for a place come before log lines
        });
        logging.AddFilter(null, LogLevel.Warning); // ASP.NET's own request lines hold addresses and query strings
        logging.AddFilter("EventOps", warningsOnly ? LogLevel.Warning : LogLevel.Information);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error); // a broken request is not our news
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Error); // a warning is said once, at start
    }
}
