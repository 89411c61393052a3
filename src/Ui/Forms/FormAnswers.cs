using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace EventOps.Ui;

/// <summary>What every handler of a posted form needs beside its own rules.</summary>
public static class FormAnswers
{
    /// <summary>
    /// Whether the form's antiforgery token is missing or stale. The form can be read then all the same, to be shown again; it must
    /// not be acted upon.
    /// </summary>
    public static bool DropsForgedForm(this HttpContext http)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return false;
        http.Features.Set<IAntiforgeryValidationFeature>(null);
        return true;
    }

    /// <summary>303: the answer to a form that was handled.</summary>
    public static IResult SeeOther(this IResultExtensions _, string path) => new SeeOtherResult(path);

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
