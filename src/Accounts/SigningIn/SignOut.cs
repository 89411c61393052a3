using EventOps.Accounts.Authorising;
using EventOps.Accounts.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.SigningIn;

/// <summary>Ends the session, here and on every host.</summary>
public static class SignOut
{
    public static void Map(IEndpointRouteBuilder open) => open.MapPost("/sign-out", Handle);

    // The form is read for its antiforgery token only.
    public static async Task<IResult> Handle(IFormCollection form, HttpContext http, SessionCookie sessions)
    {
        await sessions.SignOut(http);
        return Answer.To("/sign-in");
    }
}
