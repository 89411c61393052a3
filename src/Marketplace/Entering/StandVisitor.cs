using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Entering;

/// <summary>A booked stand of the URL, and whose browser stands before it.</summary>
/// <param name="At">The event.</param>
/// <param name="Stand">The stand.</param>
/// <param name="ExhibitorId">Who has it.</param>
/// <param name="Exhibitor">Their name as visitors know it.</param>
/// <param name="Ticket">The visitor's ticket; null: a browser that came by no link.</param>
public sealed record StandVisitor(AtMarket At, PlannedStand Stand, Guid ExhibitorId, string Exhibitor, Guid? Ticket)
{
    public string Url => $"{At.Stands}/{Uri.EscapeDataString(Stand.Number)}";

    /// <summary>Null: there is no such stand, or nobody has booked it.</summary>
    public static async Task<StandVisitor?> Find(AtMarket at, string number, HttpContext http, CancellationToken ct)
    {
        var services = http.RequestServices;
        http.Response.Headers.CacheControl = "no-store";
        var (plan, _) = await services.GetRequiredService<IEventStore>().Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        if (plan.Stands.FirstOrDefault(
            stand => string.Equals(stand.Number, number, StringComparison.OrdinalIgnoreCase)) is not { } stand)
            return null;
        var rows = await services.GetRequiredService<StandRows>().Of(at.Event.Id, ct);
        if (rows.GetValueOrDefault(stand.Id) is not { State: StandState.Booked, ExhibitorId: { } exhibitor }) return null;
        var names = await services.GetRequiredService<ExhibitorNames>().Of(at.Event.Id, ct);
        var ticket = await services.GetRequiredService<Participants>().Of(http, at.Event.Id, ct);
        return new(at, stand, exhibitor, names.GetValueOrDefault(exhibitor, ""), ticket);
    }
}
