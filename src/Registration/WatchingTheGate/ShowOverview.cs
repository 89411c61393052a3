using EventOps.EventStore;
using EventOps.Registration.Planning;
using EventOps.Registration.Pools;
using EventOps.Registration.ReadingTheList;
using EventOps.Registration.SeatingTeams;
using EventOps.Registration.Visiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.WatchingTheGate;

/// <summary>How the event stands: who is here, who is expected, how sign-up goes. Keeps itself up to date.</summary>
public static class ShowOverview
{
    public static void Map(IEndpointRouteBuilder own) => own.MapGet("overview", Handle);

    public static async Task<IResult> Handle(
        Organised at, AttendeeCounts counts, ArrivalReader arrivals, SignUpDays days, StandTeamRows teams, IEventStore store,
        TimeProvider clock, CancellationToken ct)
    {
        var pools = new Dictionary<Guid, Pool>();
        foreach (var quota in at.Event.Quotas)
            pools[quota.PoolId] = (await store.Load(Pool.Stream(quota.PoolId), Pool.Decider, ct)).State;
        return new RazorComponentResult<OverviewPage>(new
        {
            At = at,
            Now = clock.GetUtcNow(),
            Counts = await counts.Of(at.Id, ct),
            Arrivals = await arrivals.Of(at.Id, at.Event.Times.TimeZone, ct),
            Days = await days.Of(at.Id, at.Event.Times.TimeZone, ct),
            Places = (await Places.Of(store, at.Event, ct)).All,
            Pools = pools,
            TeamsWaiting = await teams.CountWaiting(at.Id, ct),
        });
    }
}
