using EventOps.Barcamp.Api;
using EventOps.Barcamp.CountingRooms;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Exporting;
using EventOps.Barcamp.Frame;
using EventOps.Barcamp.Hearing;
using EventOps.Barcamp.Importing;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.ModeratingTheBoard;
using EventOps.Barcamp.PitchingOnStage;
using EventOps.Barcamp.Proposals;
using EventOps.Barcamp.Proposing;
using EventOps.Barcamp.Reading;
using EventOps.Barcamp.ReadingNotes;
using EventOps.Barcamp.ReadingTheHistory;
using EventOps.Barcamp.SchedulingByProposal;
using EventOps.Barcamp.Screens;
using EventOps.Barcamp.SettingUp;
using EventOps.Barcamp.Starring;
using EventOps.Barcamp.TellingStarrers;
using EventOps.Barcamp.WatchingTheBoard;
using EventOps.Barcamp.WritingNotes;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Barcamp;

/// <summary>Proposals, stars, pitches and the live board of barcamps: the module's table of contents.</summary>
public static class BarcampModule
{
    public static IServiceCollection AddBarcamp(this IServiceCollection services) => services
        .AddChapters()
        .AddSingleton<KnownEvents>()
        .AddSingleton<BarcampLinks>()
        .AddSingleton<Participants>()
        .AddSingleton<ModeratorCookie>()
        .AddSingleton<Stars>()
        .AddSingleton<StarCounts>()
        .AddSingleton<Words>()
        .AddSingleton<OpenProposals>()
        .AddSingleton<Plans>()
        .AddSingleton<RoomCrowds>()
        .AddSingleton<StarRows>()
        .AddSingleton<ShowModeration>()
        .AddSingleton<ShowSetUp>()
        .AddSingleton<ProposedSchedules>()
        .AddSingleton<ShowSchedule>()
        .AddSingleton<BoardFiles>()
        .AddSingleton<Notes>()
        .AddSingleton<NoteFeed>()
        .AddHostedService(provider => provider.GetRequiredService<NoteFeed>())
        .AddSingleton<ShowHistory>()
        .AddSingleton<MailWishes>()
        .AddKeyedSingleton<ILetter, StarredLetter>(StarredLetter.Name)
        .AddSingleton<StarRetention>()
        .AddHostedService<StarRetentionClock>()
        .AddSingleton<ImportSchedule>()
        .AddSingleton<ShowPitch>()
        .AddWatchingTheBoard()
        .AddProposing()
        .AddToMessaging(messages => messages
            .Map(RegistrationMessages.EventChanged, BarcampJson.Default.EventChanged)
            .Map(RegistrationMessages.TicketsChanged, BarcampJson.Default.TicketsChanged)
            .Map(RegistrationMessages.PersonsErased, BarcampJson.Default.PersonsErased)
            .Map(BarcampMessages.RoomGatesChosen, BarcampJson.Default.RoomGatesChosen)
            .Map(TellTicketHolder.StoredName, BarcampJson.Default.TellTicketHolder)
            .Map(MovesMade.StoredName, BarcampJson.Default.MovesMade)
            .On<MovesMade>("barcamp.on-moves-made", OnMovesMade.Handle)
            .On<EventChanged>("barcamp.on-event-changed", OnEventChanged.Handle)
            .On<TicketsChanged>("barcamp.on-tickets-changed", OnTicketsChanged.Handle)
            .On<PersonsErased>("barcamp.on-persons-erased", OnPersonsErased.Handle))
        .AddToEventStore(store =>
        {
            StoredEvents.Map(store.Events);
            store.Schema("barcamp", typeof(BarcampModule).Assembly)
                .Inline(ProposalList.Projection)
                .Follow(MovesMade.Noticed)
                .Rows<ToldPlace>(ToldPlace.Write)
                .Rows<TextRow>(TextRow.Write)
                .Rows<PersonalRow>(PersonalRow.Write)
                .Rows<OnEventChanged.EventRow>(OnEventChanged.EventRow.Write)
                .Rows<OnTicketsChanged.Tickets>(OnTicketsChanged.Tickets.Write)
                .Rows<OnPersonsErased.Erased>(OnPersonsErased.Erased.Write);
        });

    public static IEndpointRouteBuilder MapBarcamp(this IEndpointRouteBuilder app)
    {
        var open = AtBarcamp.Map(app);
        EnterWithTicket.Map(open);
        open.MapWatchingTheBoard();
        EnterAsModerator.Map(open);
        BoardFiles.Map(open);
        ShowSession.Map(open);
        ShowDocumentation.Map(open);
        WriteNote.MapChanges(open);

        var participants = AtBarcamp.MapParticipants(app).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        var moderators = AtBarcamp.MapModerators(app).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        var organisers = AtBarcamp.MapOrganisers(app).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        open.MapProposing(participants, moderators);
        open.MapStarring(participants);
        WishMail.Map(open, participants);
        open.MapScreens();
        WriteNote.Map(participants);
        ShowModeration.Map(moderators);
        MoveSession.Map(moderators);
        ShowSchedule.Map(moderators);
        TakeOver.Map(moderators);
        ShowFiles.Map(moderators);
        ImportSchedule.Map(moderators);
        ShowHistory.Map(moderators);
        ShowPitch.Map(moderators);
        RunPitches.Map(moderators);
        ShowSetUp.Map(organisers);
        BeginBarcamp.Map(organisers);
        SetBarcampRules.Map(organisers);
        EditRoom.Map(organisers);
        EditSlot.Map(organisers);
        app.MapBarcampApi();
        return app;
    }
}
