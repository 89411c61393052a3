using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Api;
using EventOps.Registration.Attendees;
using EventOps.Registration.CheckingIn;
using EventOps.Registration.Erasing;
using EventOps.Registration.Hearing;
using EventOps.Registration.Mailing;
using EventOps.Registration.ManagingARegistration;
using EventOps.Registration.Planning;
using EventOps.Registration.PrintingBadges;
using EventOps.Registration.ReadingTheList;
using EventOps.Registration.SeatingTeams;
using EventOps.Registration.SettingUp;
using EventOps.Registration.SigningUp;
using EventOps.Registration.TellingOthers;
using EventOps.Registration.Ticketing;
using EventOps.Registration.Visiting;
using EventOps.Registration.WatchingTheGate;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration;

/// <summary>Events and their sign-ups, tickets, badges and check-in: the module's table of contents.</summary>
public static class RegistrationModule
{
    public static IServiceCollection AddRegistration(this IServiceCollection services) => services
        .AddSingleton<EventLookup>()
        .AddSingleton<SigningKeys>()
        .AddSingleton<TicketCodes>()
        .AddSingleton<ManageLinks>()
        .AddSingleton<ParticipantLinks>()
        .AddSingleton<RegistrationRecords>()
        .AddSingleton<Retention>()
        .AddHostedService<RetentionClock>()
        .AddSingleton<ShowSetUp>()
        .AddSingleton<AttendeeReader>()
        .AddSingleton<AttendeeCounts>()
        .AddSingleton<PersonHistory>()
        .AddSingleton<ShowPerson>()
        .AddSingleton<Badges>()
        .AddSingleton<SignUpDays>()
        .AddSingleton<StandTeamRows>()
        .AddSingleton<TicketHolders>()
        .AddSingleton<ITicketCodes>(provider => provider.GetRequiredService<TicketHolders>())
        .AddKeyedSingleton<IPeople>(IPeople.Holders, (provider, _) => provider.GetRequiredService<TicketHolders>())
        .AddToMessaging(messages => messages
            .Map("registration.registration-mail-due.v1", MailingJson.Default.RegistrationMailDue)
            .Map("registration.confirmation-overdue.v1", MailingJson.Default.ConfirmationOverdue)
            .On<ConfirmationOverdue>("registration.lapse-unconfirmed", LapseUnconfirmed.Handle)
            .OnEdge<RegistrationMailDue>("registration.send-mail", SendRegistrationMail.Handle))
        .AddStaffChapters()
        .AddCheckingIn()
        .AddWatchingTheGate()
        .AddToEventStore(store =>
        {
            StoredEvents.Map(store.Events);
            store.Schema("registration", typeof(RegistrationModule).Assembly)
                .Inline(EventList.Projection)
                .Inline(AttendeeList.Projection)
                .Async(Arrivals.Projection)
                .Follow(TellTickets.Subscription)
                .Follow(OnStandTeamChanged.PlacesCameFree)
                .Rows<StandTeamRow>(StandTeamRow.Write)
                .Rows<PersonalRow>(PersonalRow.Write)
                .Rows<SpeakerRow>(SpeakerRow.Write)
                .Rows<OnRoomGatesChosen.Row>(OnRoomGatesChosen.Row.Write);
        })
        .AddToMessaging(bus => bus
            .Map(RegistrationMessages.EventChanged, RegistrationJson.Default.EventChanged)
            .Map(RegistrationMessages.TicketsChanged, RegistrationJson.Default.TicketsChanged)
            .Map(RegistrationMessages.PersonsErased, RegistrationJson.Default.PersonsErased)
            .Map(RegistrationMessages.EventEnded, RegistrationJson.Default.EventEnded)
            .Map(HolderUnreachable.StoredName, RegistrationJson.Default.HolderUnreachable)
            .Map(TellTicketHolder.StoredName, RegistrationJson.Default.TellTicketHolder)
            .Map(BarcampMessages.RoomGatesChosen, RegistrationJson.Default.RoomGatesChosen)
            .Map(MarketplaceMessages.StandTeamChanged, RegistrationJson.Default.StandTeamChanged)
            .On<StandTeamChanged>("registration.on-stand-team-changed", OnStandTeamChanged.Handle)
            .On<RoomGatesChosen>("registration.on-room-gates-chosen", OnRoomGatesChosen.Handle)
            .OnEdge<TellTicketHolder>("registration.on-tell-ticket-holder", OnTellTicketHolder.Handle));

    public static IEndpointRouteBuilder MapRegistration(this IEndpointRouteBuilder app)
    {
        ShowHome.Map(app);
        ShowEvent.Map(app);
        SignUpForPlace.Map(app);
        ShowRegistration.Map(app);
        ConfirmAddress.Map(app);
        ChangeDetails.Map(app);
        GivePlaceBack.Map(app);
        TicketFiles.Map(app);
        ShowEvents.Map(app);
        PlanAnEvent.Map(app);

        var own = Organised.Map(app);
        ShowSetUp.Map(own);
        SetBasics.Map(own);
        SetTexts.Map(own);
        ManageQuotas.Map(own);
        EditTicketType.Map(own);
        EditQuestion.Map(own);
        SetSignUp.Map(own);
        NameGates.Map(own);
        EditProgrammeItem.Map(own);
        OpenSignUp.Map(own);
        ShowList.Map(own);
        ExportList.Map(own);
        ShowPerson.Map(own);
        CorrectPerson.Map(own);
        ActForPerson.Map(own);
        PrintBadges.Map(own);
        ShowOverview.Map(own);

        var api = app.MapGroup("/api/v1");
        ShowEventByApi.Map(api);
        PlanEventByApi.Map(api);
        SignUpByApi.Map(api);

        app.MapCheckingIn();
        app.MapWatchingTheGate();
        return app;
    }
}
