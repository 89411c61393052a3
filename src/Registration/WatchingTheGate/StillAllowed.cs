using EventOps.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.WatchingTheGate;

/// <summary>Proves the caller of an open stream again, as if it asked now: a device may have been revoked meanwhile.</summary>
public static class StillAllowed
{
    public static async ValueTask<bool> Ask(HttpContext http, string policy, Func<Caller, bool> maySee)
    {
        // A request of its own: the one of the stream keeps its first answer, and can no longer set cookies.
        await using var scope = http.RequestServices.CreateAsyncScope();
        var again = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        again.Request.Scheme = http.Request.Scheme;
        again.Request.Host = http.Request.Host;
        again.Request.Path = http.Request.Path;
        foreach (var header in http.Request.Headers)
            again.Request.Headers[header.Key] = header.Value;
        var proof = await again.AuthenticateAsync();
        if (proof.Principal is not { } user || !maySee(Caller.Of(user))) return false;
        var authorization = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();
        return (await authorization.AuthorizeAsync(user, again, policy)).Succeeded;
    }
}
