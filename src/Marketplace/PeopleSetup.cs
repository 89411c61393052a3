using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.CollectingContacts;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Hearing;
using EventOps.Marketplace.Issues;
using EventOps.Marketplace.ManagingTheTeam;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.ReadingFigures;
using EventOps.Marketplace.ReportingIssues;
using EventOps.Marketplace.SettingUpStands;
using EventOps.Marketplace.TellingTeams;
using EventOps.Marketplace.VisitingStands;
using EventOps.Marketplace.WorkingOffIssues;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace;

/// <summary>The people at stands, those who visit them, and the day when stands are set up: this part's table of
/// contents.</summary>
internal static class PeopleSetup
{
    private static MarketplaceJson Json => MarketplaceJson.Default;

    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<TeamRows>()
        .AddSingleton<Contingent>()
        .AddSingleton<Participants>()
        .AddSingleton<ExhibitorNames>()
        .AddSingleton<VisitKeys>()
        .AddSingleton<Visits>()
        .AddSingleton<ContactRows>()
        .AddSingleton<AskedVisitors>()
        .AddSingleton<IssueRows>()
        .AddSingleton<IssueFeed>()
        .AddHostedService(provider => provider.GetRequiredService<IssueFeed>())
        .AddKeyedSingleton<ILetter, ContactLetter>(ContactLetter.Name)
        .AddKeyedSingleton<IPeople>(IPeople.StandTeams, (provider, _) => provider.GetRequiredService<TeamRows>())
        .AddSingleton(new Chapter(
            ChapterPlace.Ticket, "my-visits", 85, () => Texts.Of["nav.my-visits"], (slug, token) =>
                $"/events/{slug}/my-visits/with-ticket/{token}", HasStands))
        .AddToMessaging(messages => messages
            .Map(RegistrationMessages.TicketsChanged, Json.TicketsChanged)
            .Map(RegistrationMessages.EventEnded, Json.EventEnded)
            .Map(MarketplaceMessages.StandTeamChanged, Json.StandTeamChanged)
            .Map(TellTicketHolder.StoredName, Json.TellTicketHolder))
        .AddToEventStore(store => store
            .Follow(TellStandTeams.Subscription)
            .Follow(SetUpOurStands.GivesSlotsBack)
            .Rows<TeamRow>(TeamRow.Write)
            .Rows<LeftTeam>(LeftTeam.Write)
            .Rows<VisitRow>(VisitRow.Write)
            .Rows<ForgottenVisits>(ForgottenVisits.Write)
            .Rows<Contact>(Contact.Write)
            .Rows<WithdrawnContact>(WithdrawnContact.Write)
            .Inline(IssueList.Projection)
            .Rows<IssueText>(IssueText.Write)
            .Rows<IssueNote>(IssueNote.Write)
            .Rows<OnTicketsChanged.Tickets>(OnTicketsChanged.Tickets.Write)
            .Rows<OnEventEnded.Ended>(OnEventEnded.Ended.Write));

    public static void MapPeople(IEndpointRouteBuilder open, IEndpointRouteBuilder exhibitors)
    {
        CountVisit.Map(open);
        HandOver.Map(open);
        MyVisits.Map(open);
        ManageTeam.Map(exhibitors);
        ShowContacts.Map(exhibitors);
        ScanContact.Map(exhibitors);
        SetUpOurStands.Map(exhibitors);
        ReportAProblem.Map(open, exhibitors);
    }

    public static void MapPeople(IEndpointRouteBuilder organisers)
    {
        PlanTheDay.Map(organisers);
        WorkOffIssues.Map(organisers);
        ShowFigures.Map(organisers);
    }

    private static async ValueTask<bool> HasStands(string slug, IServiceProvider services) =>
        await services.GetRequiredService<KnownEvents>().BySlug(slug, default) is { } found
        && (await services.GetRequiredService<IEventStore>().Recall(
            Plan.Stream(found.Id), Plan.Decider, TimeSpan.FromSeconds(2))).Stands.Count > 0;
}
