using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Screens;

/// <summary>What screens add to the module.</summary>
public static class ScreensSetup
{
    public static void MapScreens(this IEndpointRouteBuilder open)
    {
        ShowScreen.Map(open);
        ShowDoor.Map(open);
        WatchScreen.Map(open);
        ShowHashtags.Map(open);
    }
}
