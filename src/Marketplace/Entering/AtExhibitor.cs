using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Entering;

/// <summary>The exhibitor whose browser this is, by a sealed cookie that the link in a mail has set.</summary>
/// <param name="At">The event.</param>
/// <param name="Id">The exhibitor.</param>
/// <param name="Exhibitor">As it is now.</param>
public sealed record AtExhibitor(AtMarket At, Guid Id, Exhibitor Exhibitor)
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(30);

    public string Url => At.Exhibit;

    /// <summary>Pages for exhibitors; without a cookie they lead to where one asks for a link.</summary>
    public static RouteGroupBuilder Map(IEndpointRouteBuilder open)
    {
        var group = open.MapGroup("exhibit");
        group.AddEndpointFilter((call, next) => call.Arguments.OfType<AtExhibitor>().Single() is { Exhibitor.Exists: true } ? next(call)
            : ValueTask.FromResult<object?>(Results.Extensions.SeeOther($"/events/{call.HttpContext.GetRouteValue("slug")}/exhibit")));
        return group;
    }

    public static async ValueTask<AtExhibitor?> BindAsync(HttpContext http)
    {
        var at = (await AtMarket.BindAsync(http))!;
        var nobody = Exhibitor.Decider.Initial;
        http.Response.Headers.CacheControl = "no-store";
        if (Remembered(http, at) is not { } id) return new(at, Guid.Empty, nobody);
        var (exhibitor, _) = await http.RequestServices.GetRequiredService<IEventStore>()
            .Load(Exhibitor.Stream(id), Exhibitor.Decider, http.RequestAborted);
        return exhibitor.EventId == at.Event.Id ? new(at, id, exhibitor) : new(at, Guid.Empty, nobody);
    }

    /// <summary>Which exhibitor of this event the browser belongs to.</summary>
    public static Guid? Remembered(HttpContext http, AtMarket at) =>
        Guid.TryParse(http.RequestServices.GetRequiredService<SealedCookies>().Read(http, Cookie(at)), out var id) ? id : null;

    public static void Remember(HttpContext http, AtMarket at, Guid id) =>
        http.RequestServices.GetRequiredService<SealedCookies>().Set(http, Cookie(at), id.ToString(), s_remembered);

    public static void Forget(HttpContext http, AtMarket at) =>
        http.RequestServices.GetRequiredService<SealedCookies>().Delete(http, Cookie(at));

    private static string Cookie(AtMarket at) => $"eventops-exhibitor-{at.Event.Id.ToString("N")[..12]}";
}
