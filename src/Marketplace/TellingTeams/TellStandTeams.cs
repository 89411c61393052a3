using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.ManagingTheTeam;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.TellingTeams;

/// <summary>
/// Tells Registration who works where after everything that can change it: the team, its bookings, the number on a sign, the
/// terms. What is told is the state of now, so that telling it twice changes nothing.
/// </summary>
public static class TellStandTeams
{
    public static Subscription Subscription { get; } = new(
        "marketplace.tell-stand-teams",
        [
            typeof(TeamJoined), typeof(TeamCorrected), typeof(TeamLeft), typeof(ExhibitorPlaced), typeof(BookingConfirmed),
            typeof(BookingCancelled), typeof(StandChanged), typeof(StandPut), typeof(MarketTermsSet),
        ],
        Tell);

    private static async Task Tell(IReadOnlyList<Recorded> events, IServiceProvider services, CancellationToken ct)
    {
        var stands = services.GetRequiredService<StandRows>();
        var exhibitors = new HashSet<Guid>();
        foreach (var recorded in events)
        {
            switch (recorded.Event)
            {
                case ExhibitorEvent:
                    exhibitors.Add(IdOf(recorded, "exhibitor-"));
                    break;
                case StandPut put:
                    exhibitors.UnionWith(await BookedBy(stands, IdOf(recorded, "plan-"), row => row.StandId == put.Stand.Id, ct));
                    break;
                case MarketTermsSet set:
                    exhibitors.UnionWith(await BookedBy(stands, set.EventId, _ => true, ct));
                    break;
            }
        }

        foreach (var id in exhibitors)
            await Tell(id, services, ct);
    }

    private static async Task Tell(Guid id, IServiceProvider services, CancellationToken ct)
    {
        var store = services.GetRequiredService<IEventStore>();
        var (exhibitor, version) = await store.Load(Exhibitor.Stream(id), Exhibitor.Decider, ct);
        if (!exhibitor.Exists) return;
        var (market, _) = await store.Load(Market.Stream(exhibitor.EventId), Market.Decider, ct);
        var (plan, _) = await store.Load(Plan.Stream(exhibitor.EventId), Plan.Decider, ct);
        var most = market.Terms.TicketTypeId is null ? 0
            : await services.GetRequiredService<Contingent>().Of(exhibitor, market.Terms, ct);
        var told = new StandTeamChanged(
            exhibitor.EventId, id, version, market.Terms.TicketTypeId ?? Guid.Empty,
            [.. exhibitor.Booked.Select(booking => plan.Stands.Find(booking.StandId)?.Number).OfType<string>().Order(
                StringComparer.Ordinal)],
            Contingent.Covered(exhibitor.Team, most));
        await store.Handle(new Work().Then(commit => commit.Publish(told, Exhibitor.Stream(id))), ct);
    }

    private static async Task<IEnumerable<Guid>> BookedBy(
        StandRows stands, Guid eventId, Func<StandRow, bool> isMeant, CancellationToken ct) =>
        (await stands.Of(eventId, ct)).Values.Where(row => row.State == StandState.Booked && isMeant(row)).Select(
            row => row.ExhibitorId)
            .OfType<Guid>();

    private static Guid IdOf(Recorded recorded, string before) => Guid.Parse(recorded.Stream.AsSpan(before.Length));
}
