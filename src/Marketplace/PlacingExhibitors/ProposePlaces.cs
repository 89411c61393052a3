using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.HavingAStand;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.RunningTheMarket;
using EventOps.Marketplace.Stands;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.PlacingExhibitors;

/// <summary>Proposes a stand for everybody who is approved and has none; the organiser accepts each place, or not.</summary>
public static class ProposePlaces
{
    public sealed record Tools(IEventStore Store, ExhibitorRows Rows, StandRows Stands, OwnEntries Entries, TimeProvider Clock);

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("placing", async (AtMarket at, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
        {
            var (plan, _) = await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
            var names = (await use.Rows.Of(at.Event.Id, ct)).ToDictionary(row => row.Id, row => row.Organisation);
            return PageAnswers.Own<PlacingPage>(
                http, new { At = at, Plan = plan, Names = names, Proposal = await Proposal(at, plan, use, ct) });
        });
        organisers.MapPost("placing", Accept);
    }

    private static async Task<IResult> Accept(
        AtMarket at, IFormCollection typed, [AsParameters] Tools use, [AsParameters] ActForExhibitor.Tools own,
        CancellationToken ct)
    {
        var (plan, _) = await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        foreach (var place in typed["place"])
        {
            if (place?.Split('|') is not [var who, var where] || !Guid.TryParse(who, out var exhibitorId)
                || !Guid.TryParse(where, out var standId) || plan.Stands.Find(standId) is not { } stand) continue;
            var (exhibitor, _) = await use.Store.Load(Exhibitor.Stream(exhibitorId), Exhibitor.Decider, ct);
            if (exhibitor.EventId != at.Event.Id) continue;
            // The same click twice is the same booking.
            var booking = MessageId.Of($"placed|{exhibitorId}|{standId}");
            var work = await ActForExhibitor.Placed(at, booking, exhibitorId, stand, plan, own, use.Clock.GetUtcNow(), ct);
            if ((await use.Store.Handle(work.By(at.Metadata), ct)).Refusal is { } refusal)
                return Pages.Refused(refusal, at, $"{at.Market}/placing");
        }

        return Results.Extensions.SeeOther($"{at.Market}/placing");
    }

    private static async Task<PlacingProposal> Proposal(AtMarket at, Plan plan, Tools use, CancellationToken ct)
    {
        var rows = await use.Stands.Of(at.Event.Id, ct);
        var entries = await use.Entries.TopicsOf(at.Event.Id, ct);
        var taken = rows.Values.Where(row => row is { State: StandState.Booked or StandState.Held, ExhibitorId: not null }).ToList();
        var candidates = new List<Candidate>();
        foreach (var row in await use.Rows.Of(at.Event.Id, ct))
        {
            if (row.Admitted.Count == 0 || taken.Exists(stand => stand.ExhibitorId == row.Id)) continue;
            var (exhibitor, _) = await use.Store.Load(Exhibitor.Stream(row.Id), Exhibitor.Decider, ct);
            candidates.Add(new(row.Id, row.Admitted, exhibitor.Wish, entries.GetValueOrDefault(row.Id) ?? []));
        }

        var free = plan.Stands.Where(stand => rows.GetValueOrDefault(stand.Id)?.State == StandState.Free).ToList();
        return Placing.Propose(plan, candidates, free, [.. taken.Select(stand => new Settled(
            stand.StandId, stand.ExhibitorId!.Value, entries.GetValueOrDefault(stand.ExhibitorId.Value) ?? []))]);
    }
}
