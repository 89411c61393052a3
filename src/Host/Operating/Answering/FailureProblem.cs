using Microsoft.AspNetCore.Mvc;

namespace EventOps.Host.Operating.Answering;

/// <summary>The same for programs: problem+json with a stable code.</summary>
public static class FailureProblem
{
    /// <summary>Writes the problem in the caller's language.</summary>
    public static Task Write(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var text = Texts.For(status);
        var problem = new ProblemDetails
        {
            Status = status,
            Title = Texts.Of[text + ".title"],
            Detail = Texts.Of[text + ".text"],
            Extensions = { ["code"] = text, ["trace"] = RequestLog.Trace(http) },
        };
        return http.Response.WriteAsJsonAsync(
            problem, options: null, contentType: "application/problem+json", http.RequestAborted);
    }
}
