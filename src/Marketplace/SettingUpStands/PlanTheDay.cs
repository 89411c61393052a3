using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.SetUpDays;
using EventOps.Marketplace.Stands;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.SettingUpStands;

/// <summary>The organiser says when exhibitors can drive up and what is to be done at each stand, and sees who comes and how far
/// they are.</summary>
public static class PlanTheDay
{
    private static readonly TextSource T = SetUpTexts.Of;

    public sealed record Tools(IEventStore Store, ExhibitorNames Names, StandRows Stands);

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("set-up-day/plan",
            (AtMarket at, bool? saved, HttpContext http, [AsParameters] Tools use, CancellationToken ct) =>
            Show(at, Empty("slot"), Empty("task"), saved == true, http, use, ct));
        organisers.MapPost("set-up-day/slots", PutSlot);
        organisers.MapPost("set-up-day/slots/{id:guid}/removal",
            async (AtMarket at, Guid id, [AsParameters] Tools use, CancellationToken ct) =>
            Done(at, await Do(at, new RemoveSlot(id), use, ct)));
        organisers.MapPost("set-up-day/tasks", PutTask);
        organisers.MapPost("set-up-day/tasks/{id:guid}/removal",
            async (AtMarket at, Guid id, [AsParameters] Tools use, CancellationToken ct) =>
            Done(at, await Do(at, new RemoveTask(id), use, ct)));
    }

    private static async Task<IResult> PutSlot(
        AtMarket at, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var form = TypedForm.Of("slot", typed);
        var gate = form.Line("gate", Shape.Name, T["gate.missing"]);
        var (from, until) = (form.Moment("from"), form.Moment("until"));
        var capacity = form.Number("capacity", 1, 500);
        if (form.Fits)
        {
            var id = Guid.TryParse(typed["id"], out var known) ? known : Guid.CreateVersion7();
            var slot = new DeliverySlot(id, gate, at.Say.Instant(from!.Value).ToUniversalTime(),
                at.Say.Instant(until!.Value).ToUniversalTime(), capacity);
            if ((await Do(at, new PutSlot(slot), use, ct)).Refusal is not { } refusal) return Done(at, null);
            form.Refused("until", refusal, Texts.Of);
        }

        return await Show(at, form, Empty("task"), false, http, use, ct);
    }

    private static async Task<IResult> PutTask(
        AtMarket at, IFormCollection typed, HttpContext http, [AsParameters] Tools use, CancellationToken ct)
    {
        var form = TypedForm.Of("task", typed);
        var text = new LocalizedText(form.Line("text.de", Shape.Title), form.Line("text.en", Shape.Title));
        if (text.IsEmpty) form.Wrong("text.de", T["task.missing"]);
        if (!form.Fits) return await Show(at, Empty("slot"), form, false, http, use, ct);
        return Done(at, await Do(at, new PutTask(new(Guid.CreateVersion7(), text)), use, ct));
    }

    private static Task<Outcome> Do(AtMarket at, SetUpCommand command, Tools use, CancellationToken ct) =>
        use.Store.Handle(new Work().By(at.Metadata).On(SetUpDay.Stream(at.Event.Id), SetUpDay.Decider, command), ct);

    private static IResult Done(AtMarket at, Outcome? outcome) => outcome?.Refusal is { } refusal
        ? Pages.Refused(refusal, at, $"{at.Market}/set-up-day/plan")
            : Results.Extensions.SeeOther($"{at.Market}/set-up-day/plan?saved=true");

    private static TypedForm Empty(string name) => TypedForm.Of(name, new Dictionary<string, string>());

    private static async Task<IResult> Show(
        AtMarket at, TypedForm slot, TypedForm task, bool saved, HttpContext http, Tools use, CancellationToken ct)
    {
        var (day, _) = await use.Store.Load(SetUpDay.Stream(at.Event.Id), SetUpDay.Decider, ct);
        var (plan, _) = await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        var booked = (await use.Stands.Of(at.Event.Id, ct)).Values.Where(row => row.State == StandState.Booked).ToList();
        return PageAnswers.Own<PlanTheDayPage>(http, new
        {
            At = at,
            View = new DayView(day, plan, booked, await use.Names.Of(at.Event.Id, ct)),
            Slot = slot,
            Task = task,
            Saved = saved,
        }, slot.Fits && task.Fits ? 200 : 422);
    }
}

/// <summary>The set-up day as its organisers see it.</summary>
/// <param name="Day">Slots and tasks.</param>
/// <param name="Plan">Numbers of stands.</param>
/// <param name="Booked">Stands that somebody has.</param>
/// <param name="Names">Exhibitors' names.</param>
public sealed record DayView(SetUpDay Day, Plan Plan, IReadOnlyList<StandRow> Booked, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>Who comes in a slot, with their stands: "Stadtwerke (A1, A2)".</summary>
    public IEnumerable<string> Arriving(Guid slotId) =>
        Day.Arrivals.Where(arrival => arrival.Value == slotId).Select(arrival => Call(arrival.Key)).Order();

    /// <summary>Exhibitors with a stand and no time to arrive.</summary>
    public IEnumerable<string> WithoutSlot => Booked.Select(row => row.ExhibitorId).OfType<Guid>().Distinct()
        .Where(id => !Day.Arrivals.ContainsKey(id)).Select(Call).Order();

    /// <summary>Booked stands where a task is not done.</summary>
    public IReadOnlyList<string> Undone(Guid taskId) =>
        [.. Booked.Where(row => !Day.Done.Contains((row.StandId, taskId))).Select(row => NumberOf(row.StandId)).Order(
            StringComparer.Ordinal)];

    private string Call(Guid exhibitorId)
    {
        var stands = Booked.Where(row => row.ExhibitorId == exhibitorId).Select(row => NumberOf(row.StandId)).Order(
            StringComparer.Ordinal).ToList();
        var name = Names.GetValueOrDefault(exhibitorId, "?");
        return stands.Count == 0 ? name : $"{name} ({string.Join(", ", stands)})";
    }

    private string NumberOf(Guid standId) => Plan.Stands.Find(standId)?.Number ?? "?";
}
