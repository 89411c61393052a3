using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Starring;

/// <summary>What starring adds to the module.</summary>
public static class StarringSetup
{
    public static void MapStarring(this IEndpointRouteBuilder open, IEndpointRouteBuilder participants)
    {
        OfflineFiles.Map(open);
        GiveStars.Map(participants);
        ShowAgenda.Map(participants);
        AgendaCalendar.Map(open);
    }
}
