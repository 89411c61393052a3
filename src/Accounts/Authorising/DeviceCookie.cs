using System.Security.Claims;
using EventOps.Accounts.Devices;
using EventOps.Accounts.Links;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Claims = EventOps.Contracts.Claims;

namespace EventOps.Accounts.Authorising;

/// <summary>Keeps a phone a scanner: its id and its own key, checked against the database at most 4 seconds ago.</summary>
public static class DeviceCookie
{
    public const string Name = "eventops-device";

    /// <summary>Longer than browsers keep it; revoking and the event's end are what counts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private const string KeyClaim = "key";

    public static Task SignIn(HttpContext http, Guid device, string key) => http.SignInAsync(
        Schemes.Device,
        new(new ClaimsIdentity([new Claim(Claims.Actor, device.ToString()), new Claim(KeyClaim, key)], Schemes.Device)),
        new AuthenticationProperties { IsPersistent = true });

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var devices = context.HttpContext.RequestServices.GetRequiredService<DeviceKeys>();
        if (Guid.TryParse(context.Principal?.FindFirst(Claims.Actor)?.Value, out var device)
            && context.Principal.FindFirst(KeyClaim)?.Value is { } key
            && await devices.Find(device, Secret.Hash(key)) is { } rights)
        {
            // The ticket keeps the key: a renewed cookie is written from the ticket as it came, not from these claims.
            context.ReplacePrincipal(rights.Principal(Schemes.Device));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Schemes.Device);
    }
}
