using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Tests;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Questionnaires;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Tests;

/// <summary>This module alone behind real HTTP over a database of its own. Share one per test class; tests make surveys of their own in it.</summary>
public sealed class SurveysHost() : ModuleHost(new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero))
{
    private static readonly Guid s_press = Guid.NewGuid();

    /// <summary>Mails that Registration was asked for.</summary>
    public ConcurrentQueue<TellTicketHolder> Letters { get; } = new();

    protected override void Add(IServiceCollection services) => services.AddSurveys(UrnKey.New)
        .AddToMessaging(bus => bus.On<TellTicketHolder>("test.hear-of-letters", (asked, _) =>
        {
            Letters.Enqueue(asked);
            return new Work();
        }));

    protected override void Map(WebApplication app) => app.MapSurveys();

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
            Questionnaire.Stream(id), Questionnaire.Decider,
            new PlanSurvey(eventId, Organisations.First, with?.Invoke(terms) ?? terms));
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

    public Task<int> Empty(bool ended = true) =>
        Host.Services.GetRequiredService<EmptyingTheUrn>().Empty(Id, ended, CancellationToken.None);
}
