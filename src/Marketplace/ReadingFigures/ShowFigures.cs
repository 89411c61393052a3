using EventOps.EventStore;
using EventOps.Marketplace.CollectingContacts;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.VisitingStands;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.ReadingFigures;

/// <summary>How the marketplace was visited, for its organisers: numbers only.</summary>
public static class ShowFigures
{
    public sealed record Tools(IEventStore Store, Visits Visits, ContactRows Contacts, ExhibitorNames Names, StandRows Stands);

    public static void Map(IEndpointRouteBuilder organisers) => organisers.MapGet("figures", async (
        AtMarket at, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
    {
        var (plan, _) = await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        return PageAnswers.Own<FiguresPage>(http, new
        {
            At = at,
            View = new FigureView(
                await use.Visits.Of(at.Event.Id, ct), await use.Contacts.Count(at.Event.Id, ct), plan,
                [.. (await use.Stands.Of(at.Event.Id, ct)).Values.Where(row => row.State == StandState.Booked)],
                await use.Names.Of(at.Event.Id, ct)),
        });
    });
}

/// <summary>Visits and contacts, as sums.</summary>
/// <param name="Visits">By stand and hour.</param>
/// <param name="Contacts">By exhibitor.</param>
/// <param name="Plan">Numbers of stands.</param>
/// <param name="Booked">Stands that somebody has.</param>
/// <param name="Names">Exhibitors' names.</param>
public sealed record FigureView(
    IReadOnlyList<(Guid StandId, DateTimeOffset Hour, long Visits)> Visits,
    IReadOnlyDictionary<Guid, (long Given, long Withdrawn)> Contacts,
    Plan Plan, IReadOnlyList<StandRow> Booked, IReadOnlyDictionary<Guid, string> Names)
{
    public long AllVisits => Visits.Sum(visit => visit.Visits);

    public long AllContacts => Contacts.Values.Sum(count => count.Given);

    /// <summary>One bar for each hour from the first visit to the last, hours without visits too.</summary>
    public IReadOnlyList<Bar> Hours(Say say)
    {
        if (Visits.Count == 0) return [];
        var byHour = Visits.ToLookup(visit => visit.Hour, visit => visit.Visits);
        var (first, last) = (Visits.Min(visit => visit.Hour), Visits.Max(visit => visit.Hour));
        var isOneDay = say.Local(first).Date == say.Local(last).Date;
        return
        [
            .. Enumerable.Range(0, (int)(last - first).TotalHours + 1).Select(step => first.AddHours(step))
                .Where(hour => isOneDay || byHour.Contains(hour))
                .Select(hour => new Bar(isOneDay ? say.Clock(hour) : say.ShortMoment(hour), byHour[hour].Sum())),
        ];
    }

    /// <summary>A line for each booked stand, the most visited first. Contacts are an exhibitor's, whichever of their stands it
    /// was.</summary>
    public IEnumerable<(string Number, string Name, long Visits, long Contacts)> Lines => Booked
        .Select(row => (
            Plan.Stands.Find(row.StandId)?.Number ?? "?", row.ExhibitorId is { } id ? Names.GetValueOrDefault(id, "") : "",
            Visits.Where(visit => visit.StandId == row.StandId).Sum(visit => visit.Visits),
            row.ExhibitorId is { } who && Contacts.TryGetValue(who, out var count) ? count.Given : 0))
        .OrderByDescending(line => line.Item3).ThenBy(line => line.Item1, StringComparer.Ordinal);
}
