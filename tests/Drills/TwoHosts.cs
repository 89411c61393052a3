using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace;
using EventOps.Messaging;
using EventOps.Registration;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Support;
using EventOps.Surveys;
using EventOps.Surveys.Ballots;
using EventOps.Ui;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Drills;

/// <summary>An event of a drill: three ticket types that share one supply of places.</summary>
internal sealed record DrillEvent(string Slug, Guid PoolId, int Capacity, IReadOnlyList<Guid> TicketTypes);

/// <summary>Two real hosts over one database, and the drill's own way into the same store.</summary>
internal sealed class TwoHosts : IAsyncDisposable
{
    // Answers must not depend on the host that gives them, so links are built from one address.
    private readonly Dictionary<string, string> _settings = new() { ["EVENTOPS_URL"] = "http://events.example" };
    private readonly string _key = HostProcess.NewKey();
    private readonly HostProcess[] _hosts = new HostProcess[2];
    private readonly MailSink.Door[] _doors = new MailSink.Door[2];
    private readonly MailSink _mails;
    private readonly ServiceProvider _services;

    private TwoHosts(TestDatabase database, MailSink mails)
    {
        (Database, _mails) = (database, mails);
        var services = new ServiceCollection().AddLogging().AddSingleton(database.DataSource).AddSingleton(TimeProvider.System);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        _services = services.AddEventStore().AddProjectionDaemon().AddMessaging().AddUi().AddRegistration()
            .AddSurveys(UrnKey.New).AddMarketplace().BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public IEventStore Store => _services.GetRequiredService<IEventStore>();

    public EventStoreModel Model => _services.GetRequiredService<EventStoreModel>();

    public Task CaughtUp() => _services.GetRequiredService<EventStore.Projecting.ProjectionProgress>().CaughtUp();

    /// <summary>Starts both; mails go to the sink.</summary>
    public static async Task<TwoHosts> Start(MailSink mails)
    {
        var hosts = new TwoHosts(await TestDatabase.Create(), mails);
        hosts._settings["Smtp__Host"] = "127.0.0.1";
        hosts._settings["Smtp__Security"] = "None";
        hosts._settings["EVENTOPS_URN_KEY"] = Path.Combine(Directory.CreateTempSubdirectory("eventops-urn-").FullName, "urn.pem");
        await hosts.Start(0);
        await hosts.Start(1);
        return hosts;
    }

    public Uri Address(int host) => _hosts[host].Address;

    /// <summary>Ends one host without a word.</summary>
    public void Kill(int host) => _hosts[host].Kill();

    /// <summary>Where the running process hands its mails in.</summary>
    public MailSink.Door MailsOf(int host) => _doors[host];

    /// <summary>Starts it, or starts it again on its folder.</summary>
    public async Task Start(int host)
    {
        _doors[host] = _mails.Open();
        _settings["Smtp__Port"] = _doors[host].Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _hosts[host] = await HostProcess.Start(Database.ConnectionString, _key, _hosts[host]?.Data, settings: _settings);
    }

    public async Task<DrillEvent> Plan(string slug, int capacity)
    {
        var pool = new Quota(Guid.NewGuid(), "Saal");
        var types = Enumerable.Range(1, 3).Select(number => new TicketType(
            Guid.NewGuid(), number, new($"Art {number}", $"Type {number}"), LocalizedText.Empty, number, [pool.PoolId])).ToList();
        var plan = new EventPlan(
            Guid.NewGuid(), Organisations.First, slug, EventTexts.Empty with { Name = new("Übung", "Drill"), Place = "Rathaus" },
            new(DateTimeOffset.UtcNow.AddDays(30), DateTimeOffset.UtcNow.AddDays(31), null, "Europe/Berlin"),
            EventParts.None with { Quotas = [pool], TicketTypes = types, Publish = true },
            new Dictionary<Guid, int> { [pool.PoolId] = capacity });
        var outcome = await EventPlan.Commit(
            _services.GetRequiredService<IEventStore>(), EventPlan.Work(plan, Metadata.None), CancellationToken.None);
        return outcome.Refusal is null
            ? new(slug, pool.PoolId, capacity, [.. types.Select(type => type.Id)])
            : throw new InvalidOperationException($"The drill's event was refused: {outcome.Refusal}");
    }

    /// <summary>Waits until the module that lists surveys has heard of an event.</summary>
    public async Task<Guid> EventId(string slug)
    {
        for (; ; await Task.Delay(100))
        {
            if (await Database.Read<Guid?>($"select event_id from surveys.events where slug = '{slug}'") is { } id) return id;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Where(host => host is not null))
            await host.DisposeAsync();
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
