using System.Net;
using EventOps.Contracts;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;

namespace EventOps.Marketplace.Tests.Booking;

public sealed class BookingTests(BookingHost host) : IClassFixture<BookingHost>
{
    [Fact]
    public async Task From_the_plan_to_a_booked_stand_with_its_bill()
    {
        var fair = await host.Open();
        var tables = await fair.Extra("Tische", 5);
        var anna = await fair.Exhibitor("anna");
        Assert.Contains("A2", (await anna.Browser.Open($"{anna.Url}/plan")).Text, StringComparison.Ordinal);
        var page = await anna.Hold("A2");
        Assert.Contains("Stand A2 ist für Sie reserviert", page.At("h1"), StringComparison.Ordinal);
        Assert.Contains("bis 10:30 Uhr", page.Text, StringComparison.Ordinal);
        page = await anna.Browser.Send(page, $"{anna.Url}/booking/extras", ($"extra-{tables}", "2"));
        Assert.Contains("280,00", page.At("tfoot"), StringComparison.Ordinal);
        page = await anna.Confirm();
        Assert.Contains("Wer zahlt", page.Title, StringComparison.Ordinal); // a price needs somebody who pays
        await anna.Pays();
        page = await anna.Confirm();
        Assert.Contains("Der Stand gehört Ihnen", page.Text, StringComparison.Ordinal);

        var booking = Assert.Single((await anna.Now()).Bookings);
        Assert.True(booking.IsBooked);
        await host.Settle();
        var order = Assert.Single(host.Ordered, order => order.EventId == fair.Id);
        Assert.Equal((booking.BillId, false, anna.Id), (order.BillId, order.IsQuote, order.PayerId));
        Assert.Equal([250m, 30m], order.Lines.Select(line => line.Quantity * line.NetPrice));
        Assert.Equal(new DateOnly(2026, 11, 23), order.ServiceFrom);
        Assert.Contains(
            host.Mail.Sent, mail => mail.To == "anna@example.org" && mail.Subject.Contains("A2", StringComparison.Ordinal));
        var payer = await new Billed.Payers(host.Database.DataSource).Find(anna.Id, CancellationToken.None);
        Assert.Equal(("Werdenktwas GmbH", PayerKind.Business, "de"), (payer!.Name, payer.Kind, payer.Language));
    }

    [Fact]
    public async Task Of_two_who_press_at_once_one_has_the_stand()
    {
        var fair = await host.Open(1);
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => fair.Exhibitor($"p{number}")));
        var url = $"{fair.Url}/exhibit/stands/{fair["A1"].Id}";
        var seen = await Task.WhenAll(people.Select(who => who.Browser.Open(url)));
        var pages = await Task.WhenAll(people.Zip(seen, (who, page) => who.Browser.Send(page, $"{url}/hold")));
        Assert.Single(pages, page => page.Text.Contains("Stand A1 ist für Sie reserviert", StringComparison.Ordinal));
        Assert.Equal(7, pages.Count(page => page.Status == HttpStatusCode.Conflict && page.Text.Contains("hat schon jemand anderes", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_hold_ends_by_itself_and_its_extras_come_back()
    {
        var fair = await host.Open();
        var tables = await fair.Extra("Tische", 3);
        var (anna, ben) = (await fair.Exhibitor("anna"), await fair.Exhibitor("ben"));
        await anna.Browser.Send(await anna.Hold("A1"), $"{anna.Url}/booking/extras", ($"extra-{tables}", "3"));
        try
        {
            host.Clock.Now += TimeSpan.FromMinutes(31);
            Assert.Contains("Stand A1 ist für Sie reserviert", (await ben.Hold("A1")).Text, StringComparison.Ordinal);
            await host.Settle();
            Assert.Empty((await anna.Now()).Bookings);
            Assert.Equal(3, (await host.Store.Load(Extra.Stream(tables), Extra.Decider)).State.Left(host.Clock.Now));
        }
        finally
        {
            host.Clock.Now -= TimeSpan.FromMinutes(31);
        }
    }

    [Fact]
    public async Task What_was_chosen_before_comes_free_with_the_next_choice()
    {
        var fair = await host.Open();
        var anna = await fair.Exhibitor("anna");
        await anna.Hold("A1");
        await anna.Hold("A3");
        Assert.Equal(fair["A3"].Id, Assert.Single((await anna.Now()).Bookings).StandId);
        Assert.IsType<Stand.Free>((await host.Store.Load(Stand.Stream(fair["A1"].Id), Stand.Decider)).State);
    }

    [Fact]
    public async Task A_second_click_books_and_bills_once()
    {
        var fair = await host.Open();
        var anna = await fair.Exhibitor("anna");
        await anna.Pays();
        var page = await anna.Hold("A1");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => anna.Browser.Send(page, $"{anna.Url}/booking/confirm")));
        await host.Settle();
        Assert.True(Assert.Single((await anna.Now()).Bookings).IsBooked);
        Assert.Single(host.Ordered, order => order.EventId == fair.Id);
        Assert.Single(host.Mail.Sent, mail => mail.Subject.Contains("gehört Ihnen", StringComparison.Ordinal)
            && mail.TextBody.Contains(fair.Slug, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Some_zones_need_the_organisers_yes()
    {
        var fair = await host.Open(zone: BookingMode.Approval);
        var anna = await fair.Exhibitor("anna");
        var page = await anna.Browser.Open($"{anna.Url}/stands/{fair["A1"].Id}");
        Assert.DoesNotContain(page.Html.Forms, form => form.Action.EndsWith("/hold", StringComparison.Ordinal));
        await anna.Browser.Send(page, $"{anna.Url}/applications");
        var organiser = host.Organiser();
        page = await organiser.Open($"{fair.Market}/exhibitors?only=applied");
        Assert.Contains("anna", page.Text, StringComparison.Ordinal);
        page = await organiser.Open($"{fair.Market}/exhibitors/{anna.Id}");
        await organiser.Send(page, $"{fair.Market}/exhibitors/{anna.Id}/admissions", ("go", "approve"));
        await host.Settle();
        Assert.Contains(host.Mail.Sent, mail => mail.Subject.Contains("angenommen", StringComparison.Ordinal) && mail.TextBody.Contains(fair.Slug, StringComparison.Ordinal));
        Assert.Contains("ist für Sie reserviert", (await anna.Hold("A1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_back_cancels_the_bill_less_the_fee()
    {
        var fair = await host.Open();
        var anna = await fair.Exhibitor("anna");
        await anna.Book("A1");
        var booking = (await anna.Now()).Bookings.Single();
        try
        {
            host.Clock.Now = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
            var page = await anna.Browser.Open($"{anna.Url}/bookings/{booking.Id}/cancel");
            Assert.Contains("50 % des Preises: 125,00 €", page.Text, StringComparison.Ordinal);
            await anna.Browser.Send(page, $"{anna.Url}/bookings/{booking.Id}/cancel");
            await host.Settle();
        }
        finally
        {
            host.Clock.Now = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
        }

        var cancelled = Assert.Single(host.Cancelled, bill => bill.BillId == booking.BillId);
        Assert.Equal((125m, BilledFor.CancellationFee), (cancelled.Fee.Single().NetPrice, cancelled.Fee.Single().For));
        Assert.IsType<Stand.Free>((await host.Store.Load(Stand.Stream(fair["A1"].Id), Stand.Decider)).State);
    }

    [Fact]
    public async Task When_the_events_time_is_over_no_name_is_left()
    {
        var (fair, other) = (await host.Open(), await host.Open());
        foreach (var hall in (Fair[])[fair, other])
        {
            var who = await hall.Exhibitor("anna");
            await who.Book("A1");
            await who.Browser.Send(
                await who.Browser.Open($"{who.Url}/entry"), $"{who.Url}/entry", ("about.de", "Fragen Sie Eva Muster."));
        }

        await host.Store.Handle(
            new EventStore.Work().Then(commit => Messaging.Publishing.Publish(commit, new PersonsErased(fair.Id, []), "test")));
        await host.Settle();
        Assert.Equal((0L, 3L), (await Rows(fair), await Rows(other)));
    }

    private Task<long> Rows(Fair fair) => host.Database.Read<long>($"""
        select (select count(*) from marketplace.personal where event_id = '{fair.Id}')
          + (select count(*) from marketplace.entries where event_id = '{fair.Id}')
          + (select count(*) from marketplace.payers join marketplace.exhibitors using (exhibitor_id) where event_id = '{fair.Id}')
        """);

    [Fact]
    public async Task Nobody_sees_or_touches_what_is_anothers()
    {
        var fair = await host.Open();
        var (anna, ben) = (await fair.Exhibitor("anna"), await fair.Exhibitor("ben"));
        await anna.Book("A1");
        var booking = (await anna.Now()).Bookings.Single();
        Assert.Equal(HttpStatusCode.NotFound, (await ben.Browser.Open($"{ben.Url}/bookings/{booking.Id}/cancel")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.Browser.Open($"{ben.Url}/swap/{booking.Id}")).Status);
        Assert.Contains("Link anfordern", (await host.As().Open($"{anna.Url}/mine")).Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.As().Open($"{fair.Url}/exhibit/with-link/{anna.Id}/{new string('a', 32)}")).Status);
        var other = await host.Open();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Organiser().Open($"{other.Market}/exhibitors/{anna.Id}")).Status);
    }
}
