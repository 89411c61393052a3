using System.Buffers.Text;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.BuildingASurvey;
using EventOps.Surveys.Hearing;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.ReadyQuestions;
using EventOps.Surveys.Responses;

namespace EventOps.Host.Demo;

/// <summary>Last year's survey, published, and this year's, running: four hundred answers each, and what has changed between them.</summary>
internal static class DemoSurveys
{
    private const int CameEach = 560;
    private const int AnswersEach = 400;

    // Which of the ready questions are asked, two pages; their numbers are places in the library.
    private static readonly (int Ready, int Page)[] s_asked = [(0, 1), (2, 1), (4, 1), (1, 2), (7, 2), (8, 2), (12, 2)];

    /// <summary>Seeds both; gives their ids.</summary>
    public static async Task<(Guid Last, Guid This)> Seed(
        IServiceProvider services, Guid lastEvent, Guid thisEvent, DateTimeOffset now)
    {
        var questions = Cloning.Again([.. s_asked.Select(asked => Library.All[asked.Ready] with { Page = asked.Page })]);
        var last = await Run(
            services, lastEvent, new("Wie war der Tag 2016?", "How was the day in 2016?"), questions, null, DemoAnswers.Last,
            now.AddDays(-340));
        var again = await Run(
            services, thisEvent, new("Wie war Ihr Tag?", "How was your day?"), Cloning.Again(questions), last, DemoAnswers.This,
            now);
        var store = services.GetRequiredService<IEventStore>();
        await store.Handle(Questionnaire.Stream(last), Questionnaire.Decider, new CloseSurvey(now.AddDays(-320)));
        foreach (var (survey, ended) in (IEnumerable<(Guid, bool)>)[(last, true), (again, false)])
            await services.GetRequiredService<EmptyingTheUrn>().Empty(survey, ended, CancellationToken.None);
        await store.Handle(Questionnaire.Stream(last), Questionnaire.Decider, new PublishReport(true, now.AddDays(-310)));
        return (last, again);
    }

    private static async Task<Guid> Run(
        IServiceProvider services, Guid eventId, LocalizedText title, IReadOnlyList<Question> questions, Guid? previous,
        DemoAnswers answers, DateTimeOffset at)
    {
        var (store, id) = (services.GetRequiredService<IEventStore>(), Guid.CreateVersion7());
        var terms = SurveyTerms.Usual(title) with { PreviousId = previous, InvitesAfterEvent = false };
        var work = new Work()
            .On(Questionnaire.Stream(id), Questionnaire.Decider, new PlanSurvey(eventId, Organisations.First, terms));
        foreach (var question in questions) work.On(Questionnaire.Stream(id), Questionnaire.Decider, new PutQuestion(question));
        await store.Handle(work.On(Questionnaire.Stream(id), Questionnaire.Decider, new OpenSurvey(at)));
        var survey = (await store.Load(Questionnaire.Stream(id), Questionnaire.Decider)).State;

        // Who was there in the demo has no sign-up to look at: only this module knows these tickets.
        var tickets = Enumerable.Range(0, CameEach).Select(_ => Guid.NewGuid()).ToList();
        var came = tickets.Select(ticket => new TicketNow(
            ticket, Guid.Empty, Base64Url.EncodeToString(ticket.ToByteArray()), true, false, at));
        await store.Handle(new Work().Then(commit => commit.Write(new OnTicketsChanged.Tickets(new(eventId, [.. came])))));
        await Task.WhenAll(tickets.Take(AnswersEach).Select(ticket => store.Handle(new Work()
            .On(Invitation.Stream(id, ticket), Invitation.Decider, new Invite(at))
            .On(Invitation.Stream(id, ticket), Invitation.Decider, new Redeem(null)))));
        var (urn, key) = (services.GetRequiredService<Urn>(), services.GetRequiredService<UrnKey>());
        foreach (var (ticket, number) in tickets.Take(AnswersEach).Select((ticket, number) => (ticket, number)))
            await urn.Put(
                id, survey, key.SerialOf(id, ticket), Response.Of(survey, answers.Of(number, questions), null),
                CancellationToken.None);
        return id;
    }
}
