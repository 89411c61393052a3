using System.Text.Json;
using EventOps.Accounts.Members;
using EventOps.Accounts.Tokens;
using EventOps.EventStore;
using EventOps.Host.Starting;
using EventOps.Registration.Planning;
using EventOps.Registration.SigningUp;

namespace EventOps.Host.Demo;

/// <summary>Fills an empty installation with the demo event, once, through the same rules as everybody's sign-up.</summary>
internal static class DemoSeed
{
    private const int People = 60;

    /// <summary>Seeds what is missing and writes <c>demo.json</c>: where the demo is and the tokens that open its JSON API.</summary>
    public static async Task Run(IServiceProvider services, HostSettings settings)
    {
        var events = services.GetRequiredService<EventLookup>();
        if (await events.FindNewest(DemoEvent.Slug, CancellationToken.None) is null) await Seed(services, events);
        var file = Path.Combine(settings.Data, "demo.json");
        if (!File.Exists(file)) await WriteFile(services, settings, file);
    }

    private static async Task Seed(IServiceProvider services, EventLookup events)
    {
        var store = services.GetRequiredService<IEventStore>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await EventPlan.Commit(store, EventPlan.Work(DemoEvent.Plan(now), Metadata.None), CancellationToken.None);
        var found = await events.FindNewest(DemoEvent.Slug, CancellationToken.None)
            ?? throw new InvalidOperationException("The demo event was not stored.");
        var people = new List<(Guid Ticket, string Name)>();
        var signUps = Enumerable.Range(0, People).Select(number =>
        {
            var (type, request) = DemoPeople.Number(number, found.Event);
            var (work, _, tickets) = SignUpWork.Of(found, type, request, null, now);
            people.Add((tickets[0], $"{request.People[0].GivenName} {request.People[0].FamilyName}"));
            return store.Handle(work);
        }).ToList();
        await Task.WhenAll(signUps);
        var day = Ui.Say.In(found.Event.Times.TimeZone).Local(found.Event.Times.StartsAt).Date;
        await DemoBarcamp.Seed(services, found.Id, day, people, now);
        await DemoMarket.Seed(services, found, now);
        var lastYear = await PlanLastYear(store, now);
        var (survey, _) = await DemoSurveys.Seed(services, lastYear, found.Id, now);
        await DemoPromises.Seed(services, lastYear, survey, now);
    }

    private static async Task<Guid> PlanLastYear(IEventStore store, DateTimeOffset now)
    {
        var plan = DemoEvent.LastYear(now);
        var outcome = await EventPlan.Commit(store, EventPlan.Work(plan, Metadata.None), CancellationToken.None);
        return outcome.Refusal is null
            ? plan.EventId : throw new InvalidOperationException($"Last year's event was refused: {outcome.Refusal}");
    }

    private static async Task WriteFile(IServiceProvider services, HostSettings settings, string file)
    {
        var tokens = services.GetRequiredService<ApiTokens>();
        var found = await services.GetRequiredService<EventLookup>().FindNewest(DemoEvent.Slug, CancellationToken.None);
        var ends = services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(365);
        var json = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["url"] = settings.Url.GetLeftPart(UriPartial.Authority),
            ["eventSlug"] = DemoEvent.Slug,
            ["organiserToken"] = await tokens.Create(Role.Organiser, null, "Demo", ends),
            ["scannerToken"] = await tokens.Create(Role.Scanner, found!.Id, "Demo", ends),
        });
        await File.WriteAllTextAsync(file, json);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
