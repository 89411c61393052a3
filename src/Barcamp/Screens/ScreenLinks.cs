using EventOps.Barcamp.Entering;

namespace EventOps.Barcamp.Screens;

/// <summary>Whether a screen's secret link is the one that holds now.</summary>
internal static class ScreenLinks
{
    public static async ValueTask<bool> Opens(this BarcampLinks links, AtBarcamp at, string token, CancellationToken ct) =>
        BarcampLinks.Same(token, await links.Screen(at.Id, at.Barcamp.ScreenLink, ct));
}
