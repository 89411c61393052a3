using EventOps.Marketplace.Queues;

namespace EventOps.Marketplace.Tests.Booking;

public sealed class WaitingTests(BookingHost host) : IClassFixture<BookingHost>
{
    [Fact]
    public async Task A_stand_that_comes_free_is_offered_to_the_first_who_waits()
    {
        var fair = await host.Open(1);
        var (anna, ben, cem) = (await fair.Exhibitor("anna"), await fair.Exhibitor("ben"), await fair.Exhibitor("cem"));
        await anna.Book("A1");
        await Wait(ben);
        await Wait(cem);
        await Cancel(anna);
        Assert.Contains(
            host.Mail.Sent, mail => mail.To == "ben@example.org" && mail.Subject.Contains("frei", StringComparison.Ordinal));
        Assert.DoesNotContain(
            host.Mail.Sent, mail => mail.To == "cem@example.org" && mail.TextBody.Contains(fair.Slug, StringComparison.Ordinal));
        Assert.Contains("hat schon jemand anderes", (await TryHold(cem)).Text, StringComparison.Ordinal);

        await Answer(fair, ben, "decline");
        var page = await Answer(fair, cem, "take");
        Assert.Contains("Stand A1 ist für Sie reserviert", page.Text, StringComparison.Ordinal);
        await cem.Pays();
        await cem.Confirm();
        Assert.True((await cem.Now()).Bookings.Single().IsBooked);
        Assert.Empty((await Queue(fair)).Waiting);
    }

    [Fact]
    public async Task Whoever_waits_is_not_passed_by_others()
    {
        var fair = await host.Open(2);
        var (anna, ben, cem) = (await fair.Exhibitor("anna"), await fair.Exhibitor("ben"), await fair.Exhibitor("cem"));
        await anna.Hold("A1");
        await fair.Do(new EventStore.Work().On(
            Marketplace.Queues.Queue.Stream(fair.Category.Id), Marketplace.Queues.Queue.Decider, new JoinQueue(fair.Id, ben.Id)));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await TryHold(cem, "A2")).Status);
        await host.Settle(); // who joined while a stand was free gets it offered
        Assert.Equal(fair["A2"].Id, (await Queue(fair)).OfferTo(ben.Id)?.StandId);
    }

    [Fact]
    public async Task An_offer_that_nobody_answers_goes_to_the_next()
    {
        var fair = await host.Open(1);
        var (anna, ben, cem) = (await fair.Exhibitor("anna"), await fair.Exhibitor("ben"), await fair.Exhibitor("cem"));
        await anna.Book("A1");
        await Wait(ben);
        await Wait(cem);
        await Cancel(anna);
        try
        {
            host.Clock.Now += TimeSpan.FromHours(25);
            await host.Settle();
            await host.Settle();
            Assert.NotNull((await Queue(fair)).OfferTo(cem.Id));
            Assert.DoesNotContain(ben.Id, (await Queue(fair)).Waiting);
            Assert.Contains(
                host.Mail.Sent,
                mail => mail.To == "ben@example.org" && mail.Subject.Contains("abgelaufen", StringComparison.Ordinal));
        }
        finally
        {
            host.Clock.Now -= TimeSpan.FromHours(25);
        }
    }

    private static async Task Wait(Anybody who)
    {
        var url = $"{who.Url}/stands/{who.Fair["A1"].Id}";
        var page = await who.Browser.Send(
            await who.Browser.Open(url), $"{who.Url}/waiting/{who.Fair.Category.Id}", ("go", "join"));
        Assert.Contains("Sie stehen auf der Liste", page.Text, StringComparison.Ordinal);
    }

    // The page offers no button for what cannot be had; somebody who has it open from before presses it nevertheless.
    private static async Task<Registration.Tests.Page> TryHold(Anybody who, string number = "A1")
    {
        var other = await who.Fair.Host.Open(1);
        var stranger = await other.Exhibitor("stranger");
        var page = await stranger.Browser.Open($"{stranger.Url}/stands/{other["A1"].Id}");
        var key = page.Html.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        var own = await who.Browser.Open($"{who.Url}/mine");
        var token = own.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await who.Browser.Post(
            $"{who.Url}/stands/{who.Fair[number].Id}/hold", ("key", key), ("__RequestVerificationToken", token));
    }

    private async Task Cancel(Anybody who)
    {
        var url = $"{who.Url}/bookings/{(await who.Now()).Bookings.Single().Id}/cancel";
        await who.Browser.Send(await who.Browser.Open(url), url);
        await host.Settle();
    }

    private async Task<Registration.Tests.Page> Answer(Fair fair, Anybody who, string go)
    {
        var offer = (await Queue(fair)).OfferTo(who.Id)!;
        var page = await who.Browser.Send(
            await who.Browser.Open($"{who.Url}/mine"), $"{who.Url}/offers/{fair.Category.Id}/{offer.HoldId}", ("go", go));
        await host.Settle();
        return page;
    }

    private async Task<Queue> Queue(Fair fair) =>
        (await host.Store.Load(Marketplace.Queues.Queue.Stream(fair.Category.Id), Marketplace.Queues.Queue.Decider)).State;
}
