using EventOps.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Host.Operating.Answering;

/// <summary>The page for an answer that no module wrote: what is the case, and what to do.</summary>
public static class FailurePage
{
    /// <summary>Writes the page in the visitor's language.</summary>
    public static async Task Write(HttpContext http)
    {
        var status = http.Response.StatusCode;
        if (HttpMethods.IsHead(http.Request.Method)) return;
        if (status == StatusCodes.Status404NotFound)
        {
            await new RazorComponentResult<NotFoundPage> { StatusCode = status }.ExecuteAsync(http);
            return;
        }

        var text = Texts.For(status);
        await new RazorComponentResult<ErrorPage>(new
        {
            Status = status,
            Title = Texts.Of[text + ".title"],
            Text = Texts.Of[text + ".text"],
            Trace = status >= 500 ? RequestLog.Trace(http) : null,
            RetryHref = HttpMethods.IsGet(http.Request.Method) ? LocalUrl(http.Request) : null,
        })
        { StatusCode = status }.ExecuteAsync(http);
    }

    // A path that starts with two slashes would be read as another host.
    private static string LocalUrl(HttpRequest request) =>
        "/" + request.Path.ToUriComponent().TrimStart('/', '\\') + request.QueryString.ToUriComponent();
}
