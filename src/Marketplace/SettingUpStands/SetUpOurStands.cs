using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Issues;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.SetUpDays;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.SettingUpStands;

/// <summary>An exhibitor's set-up day: when they arrive, what is done at their stands, what is wrong there.</summary>
public static class SetUpOurStands
{
    public sealed record Tools(IEventStore Store, IssueRows Issues);

    /// <summary>Whose last stand is gone does not drive up either.</summary>
    public static Subscription GivesSlotsBack { get; } = new(
        "marketplace.give-slots-back", [typeof(BookingCancelled)], async (events, services, ct) =>
        {
            var store = services.GetRequiredService<IEventStore>();
            foreach (var id in events.Select(recorded => Guid.Parse(recorded.Stream.AsSpan("exhibitor-".Length))).Distinct())
            {
                var (exhibitor, _) = await store.Load(Exhibitor.Stream(id), Exhibitor.Decider, ct);
                if (!exhibitor.Booked.Any())
                    await store.Handle(SetUpDay.Stream(exhibitor.EventId), SetUpDay.Decider, new LeaveSlot(id), ct: ct);
            }
        });

    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        exhibitors.MapGet("set-up",
            (AtExhibitor who, string? done, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            Show(who, null, done is "slot" or "tasks" or "reported" ? done : null, http, use, ct));
        var posts = exhibitors.MapGroup("set-up").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        posts.MapPost("slot",
            async (AtExhibitor who, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
        {
            SetUpCommand command = Guid.TryParse(typed["slot"], out var slot)
                ? new BookSlot(slot, who.Id, who.Exhibitor.Booked.Any()) : new LeaveSlot(who.Id);
            var outcome = await use.Store.Handle(
                new Work().By(who.At.Metadata).On(SetUpDay.Stream(who.At.Event.Id), SetUpDay.Decider, command), ct);
            return outcome.Refusal is { } refusal
                ? await Show(who, refusal, null, http, use, ct) : Results.Extensions.SeeOther($"{who.Url}/set-up?done=slot");
        });
        posts.MapPost("stands/{stand:guid}", async (
            AtExhibitor who, Guid stand, IFormCollection typed, HttpContext http, [AsParameters] Tools use,
            CancellationToken ct) =>
        {
            if (who.Exhibitor.Booked.All(booking => booking.StandId != stand)) return PageAnswers.NotFound();
            var (day, _) = await use.Store.Load(SetUpDay.Stream(who.At.Event.Id), SetUpDay.Decider, ct);
            var work = new Work().By(who.At.Metadata);
            // Only what the page has shown: a task that came meanwhile is not unticked by leaving it away.
            foreach (var task in day.Tasks.Where(task => typed["shown"].Contains(task.Id.ToString())))
                work.On(SetUpDay.Stream(who.At.Event.Id), SetUpDay.Decider,
                    new TickTask(stand, task.Id, typed["done"].Contains(task.Id.ToString())));
            var outcome = await use.Store.Handle(work, ct);
            return outcome.Refusal is { } refusal
                ? await Show(who, refusal, null, http, use, ct) : Results.Extensions.SeeOther($"{who.Url}/set-up?done=tasks");
        });
    }

    private static async Task<IResult> Show(
        AtExhibitor who, Refusal? refusal, string? done, HttpContext http, Tools use, CancellationToken ct)
    {
        var (day, _) = await use.Store.Load(SetUpDay.Stream(who.At.Event.Id), SetUpDay.Decider, ct);
        var (plan, _) = await use.Store.Load(Plan.Stream(who.At.Event.Id), Plan.Decider, ct);
        return PageAnswers.Own<SetUpPage>(http, new
        {
            Who = who,
            Day = day,
            Plan = plan,
            Issues = await use.Issues.OfExhibitor(who.Id, ct),
            Refusal = refusal,
            Done = done,
        }, refusal is null ? 200 : Pages.Status(refusal));
    }
}
