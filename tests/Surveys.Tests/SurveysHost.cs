using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.EventStore.Schema;
using EventOps.Messaging;
using EventOps.Registration.Tests;
using EventOps.Support;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventOps.Surveys.Tests;

/// <summary>This module alone behind real HTTP over a database of its own. Share one per test class; tests make surveys of their own in it.</summary>
public sealed class SurveysHost : IAsyncLifetime
{
    private static readonly Guid s_press = Guid.NewGuid();
    private TestDatabase? _database;
    private WebApplication? _app;

    public TestClock Clock { get; } = new(new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero));

    /// <summary>Mails that Registration was asked for.</summary>
    public ConcurrentQueue<TellTicketHolder> Letters { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public TestDatabase Database => _database!;

    public IServiceProvider Services => _app!.Services;

    public IEventStore Store => Services.GetRequiredService<IEventStore>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(EventStoreServices.DataSource(_database.ConnectionString, 20));
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IMailEdge>(new MemoryMail())
            .AddSingleton(new PublicUrl(new("http://veranstaltung.example")));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddEventStore().AddMessaging().AddProjectionDaemon().AddUi().AddSurveys(UrnKey.New)
            .AddToMessaging(bus => bus.On<TellTicketHolder>("test.hear-of-letters", (asked, _) =>
            {
                Letters.Enqueue(asked);
                return new Work();
            }));
        builder.Services.AddAuthentication(TestCallers.Scheme).AddScheme<AuthenticationSchemeOptions, TestCallers>(TestCallers.Scheme, null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Organiser, policy => policy.RequireClaim(Claims.Role, Claims.OrganiserRole));
        builder.Services.AddAntiforgery();
        _app = builder.Build();
        await SchemaMigrations.Apply(Services.GetRequiredService<NpgsqlDataSource>(), Services.GetRequiredService<EventStoreModel>());
        _app.UseUi();
        _app.UseAuthentication().UseAuthorization().UseAntiforgery();
        _app.MapUi();
        _app.MapSurveys();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>A browser of its own: cookies, no automatic redirects, German.</summary>
    public Browser As(TestCaller? caller = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept-Language", "de");
        if (caller is not null) client.DefaultRequestHeaders.Add(TestCallers.Header, caller.ToString());
        return new(client);
    }

    public Browser Organiser() => As(TestCaller.Organiser(Organisations.First));

    /// <summary>One column of text.</summary>
    public async Task<IReadOnlyList<string>> Texts(string sql) => await Database.Read<string[]>($"select array({sql})") ?? [];

    public async Task<(Guid Id, string Slug)> Event()
    {
        var id = Guid.CreateVersion7();
        var slug = $"tag-{id.ToString()[^12..]}";
        await Database.Execute($"""
            insert into surveys.events values ('{id}', '{Organisations.First}', 1, '{slug}', 'Open Government Tag', 'Open Government Day',
              '2026-11-23 08:00Z', '2026-11-23 17:00Z', 'Europe/Berlin', true,
              array['{s_press}']::uuid[], array['Presse'], array['Press'], array[]::uuid[], array[]::varchar[], array[]::varchar[])
            """);
        return (id, slug);
    }

    /// <summary>A running survey with these questions.</summary>
    public async Task<RunningSurvey> Run(IReadOnlyList<Question> questions, Func<SurveyTerms, SurveyTerms>? with = null)
    {
        var (eventId, slug) = await Event();
        var id = Guid.CreateVersion7();
        var terms = SurveyTerms.Usual(new("Wie war Ihr Tag?", "How was your day?"));
        var work = new Work().On(
            Questionnaire.Stream(id), Questionnaire.Decider, new PlanSurvey(eventId, Organisations.First, with?.Invoke(terms) ?? terms));
        foreach (var question in questions) work.On(Questionnaire.Stream(id), Questionnaire.Decider, new PutQuestion(question));
        work.On(Questionnaire.Stream(id), Questionnaire.Decider, new OpenSurvey(Clock.Now));
        Assert.Null((await Store.Handle(work)).Refusal);
        return new(this, id, eventId, slug, questions);
    }
}

/// <summary>A survey in a test's database.</summary>
public sealed record RunningSurvey(SurveysHost Host, Guid Id, Guid EventId, string Slug, IReadOnlyList<Question> Questions)
{
    public string Url => $"/events/{Slug}/survey/{Id}";

    public string Staff => $"/events/{Slug}/surveys/{Id}";

    public async Task<Questionnaire> Now() => (await Host.Store.Load(Questionnaire.Stream(Id), Questionnaire.Decider)).State;

    /// <summary>Somebody who was there: ticket and the secret of its link.</summary>
    public async Task<(Guid Ticket, string Token)> Ticket(bool came = true, Guid? type = null)
    {
        var (ticket, bytes) = (Guid.NewGuid(), RandomNumberGenerator.GetBytes(40));
        ticket.TryWriteBytes(bytes.AsSpan(0, 16), bigEndian: true, out _);
        var token = Base64Url.EncodeToString(bytes);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
        await Host.Database.Execute(
            $"insert into surveys.participants values ('{ticket}', '{EventId}', '{type ?? Guid.NewGuid()}', '\\x{hash}', true, {came})");
        return (ticket, token);
    }

    /// <summary>Their browser, which has followed the link.</summary>
    public async Task<(Browser Browser, Page First, Guid Ticket)> Participant(bool came = true, Guid? type = null)
    {
        var (ticket, token) = await Ticket(came, type);
        var browser = Host.As();
        return (browser, await browser.Open($"{Url}/with-ticket/{token}"), ticket);
    }

    public Task<int> Empty(bool ended = true) => Host.Services.GetRequiredService<EmptyingTheUrn>().Empty(Id, ended, CancellationToken.None);
}
