using EventOps.EventStore;
using Microsoft.AspNetCore.Antiforgery;

namespace EventOps.Host.Operating.Answering;

/// <summary>Turns every failure into an answer that a person or a program can use, and a log line that an operator can.</summary>
public sealed class CalmAnswers(RequestDelegate next, ILogger<CalmAnswers> log)
{
    private const string WaitSeconds = "5";

    /// <summary>Answers when the rest of the host did not.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return; // nobody is listening any more
        }
        catch (Exception failure)
        {
            var status = Status(failure);
            if (status >= 500) Report(http, failure, status);
            if (http.Response.HasStarted) throw; // cut off, so that half a page is not taken for a whole one
            http.Response.Clear();
            http.Response.StatusCode = status;
        }

        if (IsBare(http.Response)) await Write(http);
    }

    private static int Status(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        InvalidDataException => StatusCodes.Status400BadRequest, // a form beyond its limits
        StreamContended => StatusCodes.Status503ServiceUnavailable,
        _ when Database.IsDown(failure) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsBare(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0, ContentType: null or "" };

    private static Task Write(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && http.Response.Headers.RetryAfter.Count == 0)
            http.Response.Headers.RetryAfter = WaitSeconds;
        return http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? FailureProblem.Write(http)
            : FailurePage.Write(http);
    }

    /// <summary>Without the exception's message, which may quote what a person typed.</summary>
    private void Report(HttpContext http, Exception failure, int status)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            var state = (cause as Npgsql.PostgresException)?.SqlState;
            log.Log(status == 503 ? LogLevel.Warning : LogLevel.Error, "{Status} {Trace} {Type} {SqlState} {Stack}",
                status, RequestLog.Trace(http), cause.GetType().FullName, state, cause.StackTrace);
        }
    }
}
