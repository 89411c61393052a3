using System.Globalization;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Barcamp.Entering;

/// <summary>Keeps a browser a moderator's until the link that made it one is renewed.</summary>
public sealed class ModeratorCookie(SealedCookies cookies)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(30);

    public void Set(HttpContext http, Guid eventId, int number) =>
        cookies.Set(http, Name(eventId), $"{eventId}|{number.ToString(CultureInfo.InvariantCulture)}", s_lifetime);

    public bool Is(HttpContext http, Guid eventId, int number) =>
        cookies.Read(http, Name(eventId)) == $"{eventId}|{number.ToString(CultureInfo.InvariantCulture)}";

    private static string Name(Guid eventId) => $"eventops-moderator-{eventId.ToString("N")[..12]}";
}
