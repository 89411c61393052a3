using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.BookingAStand;
using EventOps.Marketplace.Directory;
using EventOps.Marketplace.DrawingThePlan;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Frame;
using EventOps.Marketplace.HavingAStand;
using EventOps.Marketplace.Hearing;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.OfferingExtras;
using EventOps.Marketplace.PlacingExhibitors;
using EventOps.Marketplace.RunningTheMarket;
using EventOps.Marketplace.SettingTerms;
using EventOps.Marketplace.SigningUpAsExhibitor;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.Swapping;
using EventOps.Marketplace.Swaps;
using EventOps.Marketplace.UploadingAPlan;
using EventOps.Marketplace.Waiting;
using EventOps.Messaging;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace;

/// <summary>Stands on a plan, who has them, and who visits them: the module's table of contents.</summary>
public static class MarketplaceModule
{
    private static MarketplaceJson Json => MarketplaceJson.Default;

    public static IServiceCollection AddMarketplace(this IServiceCollection services) => services
        .AddSingleton<KnownEvents>()
        .AddSingleton<ExhibitorLinks>()
        .AddSingleton<StandRows>()
        .AddSingleton<ExhibitorRows>()
        .AddSingleton<ExtraRows>()
        .AddSingleton<SwapRows>()
        .AddSingleton<BillRows>()
        .AddSingleton<Bills>()
        .AddSingleton<Payers>()
        .AddSingleton<OwnEntries>()
        .AddSingleton<MarketFigures>()
        .AddKeyedSingleton<IPayers>(Payers.Key, (provider, _) => provider.GetRequiredService<Payers>())
        .AddChapters()
        .AddPeople()
        .AddUploadingAPlan()
        .AddDrawingThePlan()
        .AddDirectory()
        .AddToMessaging(messages => messages
            .Map(RegistrationMessages.EventChanged, Json.EventChanged)
            .Map(RegistrationMessages.PersonsErased, Json.PersonsErased)
            .Map(BillingMessages.BillChanged, Json.BillChanged)
            .Map(BillingMessages.BillOrdered, Json.BillOrdered)
            .Map(BillingMessages.BillCancelled, Json.BillCancelled)
            .Map("marketplace.hold-overdue.v1", Json.HoldOverdue)
            .Map("marketplace.stand-came-free.v1", Json.StandCameFree)
            .Map(ExhibitorMailDue.StoredName, Json.ExhibitorMailDue)
            .On<EventChanged>("marketplace.on-event-changed", OnEventChanged.Handle)
            .On<PersonsErased>("marketplace.on-persons-erased", OnPersonsErased.Handle)
            .On<TicketsChanged>("marketplace.on-tickets-changed", OnTicketsChanged.Handle)
            .On<EventEnded>("marketplace.on-event-ended", OnEventEnded.Handle)
            .On<BillChanged>("marketplace.on-bill-changed", OnBillChanged.Handle)
            .On<HoldOverdue>("marketplace.lapse-holds", LapseHolds.Handle)
            .On<StandCameFree>("marketplace.offer-free-stands", OfferFreeStands.Handle)
            .OnEdge<ExhibitorMailDue>("marketplace.send-exhibitor-mail", SendExhibitorMail.Handle))
        .AddToEventStore(store =>
        {
            StoredEvents.Map(store.Events);
            store.Schema("marketplace", typeof(MarketplaceModule).Assembly)
                .Inline(StandList.Projection)
                .Inline(ExhibitorList.Projection)
                .Inline(ExtraList.Projection)
                .Inline(SwapList.Projection)
                .Follow(OfferFreeStands.Noticed)
                .Rows<PersonalRow>(PersonalRow.Write)
                .Rows<PayerRow>(PayerRow.Write)
                .Rows<OwnEntry>(OwnEntry.Write)
                .Rows<OnEventChanged.EventRow>(OnEventChanged.EventRow.Write)
                .Rows<OnBillChanged.BillRow>(OnBillChanged.BillRow.Write)
                .Rows<OnPersonsErased.Erased>(OnPersonsErased.Erased.Write);
        });

    public static IEndpointRouteBuilder MapMarketplace(this IEndpointRouteBuilder app)
    {
        var open = AtMarket.Map(app);
        BeginExhibiting.Map(open);

        var exhibitors = AtExhibitor.Map(open);
        ShowMine.Map(exhibitors);
        ChooseAStand.Map(exhibitors);
        ApplyForZone.Map(exhibitors);
        ConfirmStand.Map(exhibitors);
        CancelStand.Map(exhibitors);
        WaitForStand.Map(exhibitors);
        SwapStands.Map(exhibitors);
        DescribeYourself.Map(exhibitors);
        SayWhoPays.Map(exhibitors);
        PeopleSetup.MapPeople(open, exhibitors);

        var organisers = AtMarket.MapOrganisers(app).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        Overview.Map(organisers);
        ShowExhibitors.Map(organisers);
        ActForExhibitor.Map(organisers);
        ProposePlaces.Map(organisers);
        OfferExtras.Map(organisers);
        SetTerms.Map(organisers);
        PeopleSetup.MapPeople(organisers);
        open.MapUploadingAPlan(organisers);
        organisers.MapDrawingThePlan();
        open.MapDirectory(organisers, AtMarket.MapOpenData(app));
        return app;
    }
}
