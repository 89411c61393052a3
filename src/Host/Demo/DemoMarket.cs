using EventOps.Billing.Money;
using EventOps.Billing.Sellers;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.BookingAStand;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.HavingAStand;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;

namespace EventOps.Host.Demo;

/// <summary>The first marketplace of the Open Government Day: seven invited projects in a hall with twenty stands.</summary>
internal static class DemoMarket
{
    public static async Task Seed(IServiceProvider services, Registration.Planning.EventLookup.Found found, DateTimeOffset now)
    {
        var stands = await DemoHall.Seed(services, found.Id);
        var store = services.GetRequiredService<IEventStore>();
        var plan = (await store.Load(Plan.Stream(found.Id), Plan.Decider)).State;
        var times = found.Event.Times;
        var known = new KnownEvent(
            found.Id, Organisations.First, DemoEvent.Slug, found.Event.Texts.Name, times.StartsAt, times.EndsAt, times.TimeZone,
            true, []);
        await Do(store, Rules(known, found.Event.TicketTypes[3].Id, now));
        var booked = new List<(Guid Exhibitor, Guid Stand)>();
        foreach (var project in DemoExhibitors.All)
        {
            var (id, stand) = (Guid.CreateVersion7(), plan.Stands.Find(stands[project.Stand])!);
            await Do(store, await Placed(services, new(known, true, null), id, project, stand, plan, now));
            booked.Add((id, stand.Id));
        }

        await Do(store, DemoSetUpDay.Plan(found.Id, times.StartsAt, booked));
        await Do(store, DemoSetUpDay.Problem(found.Id, booked[3]));
    }

    private static Work Rules(KnownEvent known, Guid ticketType, DateTimeOffset now)
    {
        var terms = MarketTerms.Usual with
        {
            IsOpen = true,
            TicketTypeId = ticketType,
            Intro = new(
                "Zeigen Sie, woran Sie arbeiten. Zwanzig Stände, vom Stadtprojekt bis zum jungen Unternehmen.",
                "Show what you are working on. Twenty stands, from city projects to young companies."),
        };
        var work = new Work()
            .On(Market.Stream(known.Id), Market.Decider, new SetMarketTerms(known.Id, known.OrganisationId, terms));
        (LocalizedText Name, decimal Price, int Stock, ExtraKind Kind)[] extras =
        [
            (new("Stehtisch", "Bar table"), 15, 20, ExtraKind.Thing),
            (new("Bildschirm 55 Zoll", "55 inch screen"), 80, 6, ExtraKind.Thing),
            (new("Starkstrom 3 kW", "3 kW power"), 45, 4, ExtraKind.Power),
            (new("Weiteres Ticket", "One more ticket"), 0, 30, ExtraKind.Badge),
        ];
        foreach (var extra in extras)
        {
            work.On(Extra.Stream(Guid.CreateVersion7()), Extra.Decider, new OfferExtra(
                known.Id, new(extra.Name, extra.Price, extra.Stock, 5, extra.Kind)));
        }

        return work.Then(commit => commit.Write(new SellerRows.SellerRow(known.OrganisationId, Seller(), now)));
    }

    private static async Task<Work> Placed(
        IServiceProvider services, AtMarket at, Guid id, DemoExhibitors.Project project, PlannedStand stand, Plan plan,
        DateTimeOffset now)
    {
        var booking = Guid.CreateVersion7();
        var price = plan.PriceOf(stand);
        var bill = await services.GetRequiredService<Bills>().Of(
            Guid.CreateVersion7(), at, id, new(booking, stand.Id, price, true, [], null), stand, plan, isQuote: false,
            CancellationToken.None);
        var work = new Work().On(Exhibitor.Stream(id), Exhibitor.Decider, new SignUpExhibitor(at.Event.Id))
            .On(Exhibitor.Stream(id), Exhibitor.Decider, new ConfirmAddress())
            .Then(commit =>
            {
                commit.Write(new PersonalRow(id, at.Event.Id, project.Name, project.Contact, project.Email, "", "de"));
                commit.Write(new PayerRow(id, project.Payer));
                commit.Write(new OwnEntry(
                    id, at.Event.Id, project.Name, project.German, project.English, [], project.Topics, null, null, true));
            });
        if (stand.ZoneId is { } zone) work.On(Exhibitor.Stream(id), Exhibitor.Decider, new Admit(zone, Admission.Invited));
        var mail = new ExhibitorMailDue(id, at.Event.Id, ExhibitorMail.Placed, stand.Id);
        return StandWork.Place(booking, id, stand, price, bill, mail, now, work);
    }

    private static SellerSettings Seller()
    {
        var (from, none) = (new DateOnly(2017, 1, 1), LocalizedText.Empty);
        return new(
            new("Landeshauptstadt München (Demo)", "Marienplatz 8", "80331", "München", "DE", "Marktplatz-Büro", "+49 89 000000",
                "marktplatz@stadt.example", "143/000/00000", "", "DE98ZZZ09999999999", "", "DE79000000001234567890", "",
                "Stadtbank (Demo)", "marktplatz@stadt.example"),
            new(14, "OGTM-{year}-{number:4}", [7, 21], false,
            [
                new(BilledFor.Space, from, TaxCategory.S, 19, none), new(BilledFor.EventService, from, TaxCategory.S, 19, none),
                new(
                    BilledFor.CancellationFee, from, TaxCategory.O, 0,
                    new("Schadensersatz, nicht steuerbar", "Compensation, not taxable")),
            ]));
    }

    private static async Task Do(IEventStore store, Work work)
    {
        if ((await store.Handle(work)).Refusal is { } refusal)
            throw new InvalidOperationException($"The demo's market was refused: {refusal}");
    }
}
