using EventOps.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Accounts.Authorising;

/// <summary>
/// What a caller without the right gets: people the way to sign in or a page that says so, programs problem+json. An event
/// outside of the caller's scope looks like one that does not exist.
/// </summary>
public sealed class Denied : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (context.GetEndpoint() is null) return next(context); // nothing there to protect: it becomes a 404
        var failed = authorizeResult.AuthorizationFailure?.FailedRequirements ?? [];
        return authorizeResult.Forbidden && failed.Any() && failed.All(requirement => requirement is EventScope.Requirement)
            ? NotThere(context)
            : _usual.HandleAsync(next, context, policy, authorizeResult);
    }

    public static Task NotSignedIn(HttpContext http)
    {
        if (IsForPrograms(http.Request)) return Problem(http, 401, "not-signed-in");
        var next = HttpMethods.IsGet(http.Request.Method) ? http.Request.GetEncodedPathAndQuery() : "/";
        http.Response.Redirect(next == "/" ? "/sign-in" : $"/sign-in?next={Uri.EscapeDataString(next)}");
        return Task.CompletedTask;
    }

    public static Task NotAllowed(HttpContext http) => IsForPrograms(http.Request)
        ? Problem(http, 403, "not-allowed")
        : Page<NotAllowedPage>(http, 403);

    private static Task NotThere(HttpContext http) => IsForPrograms(http.Request)
        ? Problem(http, 404, "not-found")
        : Page<NotFoundPage>(http, 404);

    // A fragment or a stream has no use for a sign-in page in its place.
    private static bool IsForPrograms(HttpRequest request) => Schemes.IsApi(request) || request.IsFragment()
        || request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);

    private static Task Problem(HttpContext http, int status, string code) => Results.Problem(
        title: Texts.Of[$"problem.{code}"], statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code })
        .ExecuteAsync(http);

    private static Task Page<TPage>(HttpContext http, int status)
        where TPage : IComponent
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage> { StatusCode = status }.ExecuteAsync(http);
    }
}
