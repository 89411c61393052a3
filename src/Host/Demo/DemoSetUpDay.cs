using EventOps.EventStore;
using EventOps.Marketplace.Issues;
using EventOps.Marketplace.SetUpDays;

namespace EventOps.Host.Demo;

/// <summary>The afternoon before: two gates, four tasks at each stand, and a socket that is dead.</summary>
internal static class DemoSetUpDay
{
    /// <summary>What is planned, with those who have said when they come.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="startsAt">When it begins.</param>
    /// <param name="booked">Exhibitors and their stands.</param>
    public static Work Plan(Guid eventId, DateTimeOffset startsAt, IReadOnlyList<(Guid Exhibitor, Guid Stand)> booked)
    {
        var slots = Slots(startsAt.AddHours(-18));
        var tasks = Tasks();
        var work = new Work();
        foreach (var slot in slots) Do(new PutSlot(slot));
        foreach (var task in tasks) Do(new PutTask(task));
        foreach (var (number, (exhibitor, _)) in booked.Take(4).Index()) Do(
            new BookSlot(slots[number % 3].Id, exhibitor, HasStand: true));
        foreach (var task in tasks[..2]) Do(new TickTask(booked[0].Stand, task.Id, IsDone: true));
        return work;

        void Do(SetUpCommand command) => work.On(SetUpDay.Stream(eventId), SetUpDay.Decider, command);
    }

    public static Work Problem(Guid eventId, (Guid Exhibitor, Guid Stand) at)
    {
        var id = Guid.CreateVersion7();
        return new Work().On(Issue.Stream(id), Issue.Decider, new ReportIssue(eventId, at.Stand, at.Exhibitor))
            .Then(commit => commit.Write(new IssueText(id, eventId, "Kein Strom an der linken Steckdose.", "", "", null, null)));
    }

    private static List<DeliverySlot> Slots(DateTimeOffset first) =>
    [
        new(Guid.CreateVersion7(), "Tor Marienhof", first, first.AddMinutes(45), 3),
        new(Guid.CreateVersion7(), "Tor Marienhof", first.AddMinutes(45), first.AddMinutes(90), 3),
        new(Guid.CreateVersion7(), "Tor Dienerstraße", first, first.AddMinutes(90), 4),
    ];

    private static List<SetUpTask> Tasks() =>
    [
        new(Guid.CreateVersion7(), new("Tisch und Stühle stehen", "Table and chairs are there")),
        new(Guid.CreateVersion7(), new("Strom ist geprüft", "Power is tested")),
        new(Guid.CreateVersion7(), new("Kabel sind abgeklebt", "Cables are taped down")),
        new(Guid.CreateVersion7(), new("Das Schild hängt", "The sign is up")),
    ];
}
