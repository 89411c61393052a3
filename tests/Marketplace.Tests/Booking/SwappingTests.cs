using EventOps.EventStore;
using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.Tests.Booking;

public sealed class SwappingTests(BookingHost host) : IClassFixture<BookingHost>
{
    [Fact]
    public async Task Both_say_yes_and_both_have_the_others_stand()
    {
        var fair = await host.Open();
        var (anna, ben) = (await fair.Exhibitor("anna"), await fair.Exhibitor("ben"));
        await anna.Book("A1");
        await ben.Book("A2");
        await Offer(anna, "A2");
        var page = await ben.Browser.Open($"{ben.Url}/mine");
        Assert.Contains("Jemand bietet Stand A1 gegen Ihren Stand A2", page.Text, StringComparison.Ordinal);
        await ben.Browser.Send(page, SwapForm(page), ("go", "accept"));
        Assert.Equal(
            [fair["A2"].Id, fair["A1"].Id],
            [(await anna.Now()).Bookings.Single().StandId, (await ben.Now()).Bookings.Single().StandId]);
        var rows = await new Marketplace.Stands.StandRows(host.Database.DataSource, host.Clock)
            .Of(fair.Id, CancellationToken.None);
        Assert.Equal((anna.Id, ben.Id), (rows[fair["A2"].Id].ExhibitorId, rows[fair["A1"].Id].ExhibitorId));
        await host.Settle();
        Assert.Equal(2, host.Ordered.Count(order => order.EventId == fair.Id)); // the same price: no new bills
    }

    [Fact]
    public async Task Where_prices_differ_each_pays_for_what_they_get()
    {
        var fair = await host.Open();
        await fair.Do(new Work().On(fair.PlanStream, Plan.Decider, new PutStand(fair["A2"] with { NetPrice = 400 })));
        var (anna, ben) = (await fair.Exhibitor("anna"), await fair.Exhibitor("ben"));
        await anna.Book("A1");
        await ben.Book("A2");
        var before = ((await anna.Now()).Bookings.Single().BillId, (await ben.Now()).Bookings.Single().BillId);
        await Offer(anna, "A2");
        var page = await ben.Browser.Open($"{ben.Url}/mine");
        await ben.Browser.Send(page, SwapForm(page), ("go", "accept"));
        await host.Settle();
        Assert.Equal(400m, (await anna.Now()).Bookings.Single().NetPrice);
        Assert.Equal([before.Item1, before.Item2], host.Cancelled.Where(bill => bill.BillId == before.Item1 || bill.BillId == before.Item2)
            .OrderBy(bill => bill.BillId != before.Item1).Select(bill => (Guid?)bill.BillId));
        Assert.Equal(
            [250m, 250m, 400m, 400m],
            host.Ordered.Where(order => order.EventId == fair.Id).Select(order => order.Lines.Sum(line => line.NetPrice)).Order());
    }

    [Fact]
    public async Task A_swap_with_a_stand_that_was_given_back_does_nothing()
    {
        var fair = await host.Open();
        var (anna, ben) = (await fair.Exhibitor("anna"), await fair.Exhibitor("ben"));
        await anna.Book("A1");
        await ben.Book("A2");
        await Offer(anna, "A2");
        var page = await ben.Browser.Open($"{ben.Url}/mine");
        var cancel = $"{anna.Url}/bookings/{(await anna.Now()).Bookings.Single().Id}/cancel";
        await anna.Browser.Send(await anna.Browser.Open(cancel), cancel);
        page = await ben.Browser.Send(page, SwapForm(page), ("go", "accept"));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, page.Status);
        Assert.Equal(fair["A2"].Id, (await ben.Now()).Bookings.Single().StandId);
    }

    [Fact]
    public async Task The_organiser_asks_and_the_exhibitor_moves()
    {
        var fair = await host.Open();
        var anna = await fair.Exhibitor("anna");
        await anna.Book("A1");
        var (organiser, url) = (host.Organiser(), $"{fair.Market}/exhibitors/{anna.Id}");
        await organiser.Send(await organiser.Open(url), $"{url}/moves", ("stand", fair["A3"].Id.ToString()));
        var page = await anna.Browser.Open($"{anna.Url}/mine");
        Assert.Contains("auf Stand A3 umzuziehen", page.Text, StringComparison.Ordinal);
        await anna.Browser.Send(page, SwapForm(page), ("go", "accept"));
        Assert.Equal(fair["A3"].Id, (await anna.Now()).Bookings.Single().StandId);
        Assert.IsType<Marketplace.Stands.Stand.Free>((await host.Store.Load(
            Marketplace.Stands.Stand.Stream(fair["A1"].Id), Marketplace.Stands.Stand.Decider)).State);
    }

    private static string? SwapForm(Registration.Tests.Page page) => page.Html.Forms.Select(form => form.GetAttribute("action"))
        .Single(action => action?.Contains("/swaps/", StringComparison.Ordinal) == true);

    private static async Task Offer(Anybody who, string number)
    {
        var url = $"{who.Url}/swap/{(await who.Now()).Bookings.Single().Id}";
        await who.Browser.Send(await who.Browser.Open(url), url, ("stand", who.Fair[number].Id.ToString()));
    }
}
