using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Surveys.Answering;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.BuildingASurvey;
using EventOps.Surveys.Commitments;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Exporting;
using EventOps.Surveys.ExportingQuestionnaires;
using EventOps.Surveys.Frame;
using EventOps.Surveys.Hearing;
using EventOps.Surveys.Importing;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Inviting;
using EventOps.Surveys.KeepingPromises;
using EventOps.Surveys.Polling;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reading;
using EventOps.Surveys.ReadingTexts;
using EventOps.Surveys.ReadingTheReport;
using EventOps.Surveys.Reporting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys;

/// <summary>Questionnaires, anonymous answers, reports, and what became of them: the module's table of contents.</summary>
public static class SurveysModule
{
    /// <param name="services">Where to add it.</param>
    /// <param name="key">The key to the urn, the same on all hosts and never in the database.</param>
    public static IServiceCollection AddSurveys(this IServiceCollection services, Func<UrnKey> key) => services
        .AddSingleton(_ => key())
        .AddSingleton<KnownEvents>()
        .AddSingleton<Participants>()
        .AddSingleton<UrnKeyOfDatabase>()
        .AddSingleton<Urn>()
        .AddSingleton<BallotPapers>()
        .AddSingleton<EmptyingTheUrn>()
        .AddSingleton<NamedResponses>()
        .AddSingleton<TakeAnswer>()
        .AddSingleton<SurveyRows>()
        .AddSingleton<Invited>()
        .AddSingleton<ResponseReading>()
        .AddSingleton<Reports>()
        .AddSingleton<OwnWords>()
        .AddSingleton<SurveyClock>()
        .AddHostedService(provider => provider.GetRequiredService<SurveyClock>())
        .AddKeyedSingleton<ILetter>(SurveyLetter.Invitation, (provider, _) => Letter(provider, reminding: false))
        .AddKeyedSingleton<ILetter>(SurveyLetter.Reminder, (provider, _) => Letter(provider, reminding: true))
        .AddKeepingPromises()
        .AddPolling()
        .AddChapters()
        .AddToMessaging(messages => messages
            .Map(RegistrationMessages.EventChanged, SurveysJson.Default.EventChanged)
            .Map(RegistrationMessages.TicketsChanged, SurveysJson.Default.TicketsChanged)
            .Map(RegistrationMessages.PersonsErased, SurveysJson.Default.PersonsErased)
            .On<EventChanged>("surveys.on-event-changed", OnEventChanged.Handle)
            .On<TicketsChanged>("surveys.on-tickets-changed", OnTicketsChanged.Handle)
            .Map(RegistrationMessages.EventEnded, SurveysJson.Default.EventEnded)
            .Map(HolderUnreachable.StoredName, SurveysJson.Default.HolderUnreachable)
            .Map(TellTicketHolder.StoredName, SurveysJson.Default.TellTicketHolder)
            .Map(InvitationsDue.StoredName, SurveysJson.Default.InvitationsDue)
            .On<PersonsErased>("surveys.on-persons-erased", OnPersonsErased.Handle)
            .On<EventEnded>("surveys.on-event-ended", OnEventEnded.Handle)
            .On<HolderUnreachable>("surveys.on-holder-unreachable", OnHolderUnreachable.Handle)
            .On<InvitationsDue>("surveys.on-invitations-due", OnInvitationsDue.Handle))
        .AddToEventStore(store =>
        {
            StoredEvents.Map(store.Events);
            store.Schema("surveys", typeof(SurveysModule).Assembly)
                .Inline(SurveyList.Projection)
                .Inline(InvitationList.Projection)
                .Inline(CommitmentList.Projection)
                .Inline(PollList.Projection)
                .Rows<Votes.Dropped>(Votes.Dropped.Write)
                .Rows<OnEventChanged.EventRow>(OnEventChanged.EventRow.Write)
                .Rows<OnTicketsChanged.Tickets>(OnTicketsChanged.Tickets.Write)
                .Rows<OnPersonsErased.Erased>(OnPersonsErased.Erased.Write);
        });

    public static IEndpointRouteBuilder MapSurveys(this IEndpointRouteBuilder app)
    {
        var open = AtSurveys.Map(app);
        EnterWithTicket.Map(open);
        AnswerSurvey.Map(open);
        AnswerUnseen.Map(open);
        ShowPrivacy.Map(open);
        DeclineMail.Map(open);

        var organisers = AtSurveys.MapOrganisers(app).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        BeginSurvey.Map(organisers);
        ImportSurvey.Map(organisers);
        BuildSurvey.Map(organisers);
        EditQuestion.Map(organisers);
        EditTerms.Map(organisers);
        ExportSurvey.Map(organisers);
        RunInvitations.Map(organisers);
        ShowReport.Map(open, organisers);
        open.MapKeepingPromises(organisers);
        open.MapPolling(organisers, AtSurveys.MapApi(app));
        ReadTexts.Map(organisers);
        ReportFiles.Map(open, organisers, AtSurveys.MapApi(app));
        return app;
    }

    private static SurveyLetter Letter(IServiceProvider provider, bool reminding) =>
        new(
        provider.GetRequiredService<IEventStore>(), provider.GetRequiredService<KnownEvents>(),
        provider.GetRequiredService<CommitmentRows>(), reminding);
}
