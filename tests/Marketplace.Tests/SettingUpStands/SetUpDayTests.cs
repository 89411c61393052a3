using System.Net;
using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.SetUpDays;
using EventOps.Marketplace.Stands;
using EventOps.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Tests.SettingUpStands;

public sealed class SetUpDayTests(PeopleHost host) : IClassFixture<PeopleHost>
{
    [Fact]
    public async Task The_organiser_names_times_and_tasks_and_the_exhibitor_takes_and_ticks_them()
    {
        var fair = await host.Fair();
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        using var organiser = host.Organiser();
        var page = await organiser.Open($"{fair.Market}/set-up-day/plan");
        page = await organiser.Send(
            page, $"{fair.Market}/set-up-day/slots", ("gate", "Tor 3"), ("from", "2026-11-22T13:00"),
            ("until", "2026-11-22T14:00"), ("capacity", "1"));
        page = await organiser.Send(page, $"{fair.Market}/set-up-day/tasks", ("text.de", "Feuerlöscher ist griffbereit"));
        Assert.Contains("Stadtwerke (A1)", page.Text, StringComparison.Ordinal);
        var day = await Day(fair);
        var (slot, task) = (day.Slots.Single(), day.Tasks.Single());
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), slot.From);

        page = await trade.Browser.Open($"{trade.Url}/set-up");
        page = await trade.Browser.Send(page, $"{trade.Url}/set-up/slot", ("slot", slot.Id.ToString()));
        Assert.Contains("Ihre Zeit ist vorgemerkt", page.Text, StringComparison.Ordinal);
        var stand = fair["A1"].Id;
        page = await trade.Browser.Send(page, $"{trade.Url}/set-up/stands/{stand}", ("done", task.Id.ToString()));
        Assert.Contains("1 von 1 erledigt", page.Text, StringComparison.Ordinal);
        page = await organiser.Open($"{fair.Market}/set-up-day/plan");
        Assert.Contains("1 von 1 belegt", page.Text, StringComparison.Ordinal);
        Assert.Contains("An 1 von 1 Ständen erledigt", page.Text, StringComparison.Ordinal);
        page = await trade.Browser.Send(
            await trade.Browser.Open($"{trade.Url}/set-up"), $"{trade.Url}/set-up/stands/{stand}", ("done", null));
        Assert.Contains("0 von 1 erledigt", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_many_want_the_last_place_one_gets_it_and_the_others_read_why()
    {
        var fair = await host.Fair(9);
        var slot = await Slot(fair, 2);
        var trades = new List<Trade>();
        for (var at = 1; at <= 8; at++) trades.Add(await host.Trade(fair, $"Firma {at}", $"A{at}"));
        var pages = await Task.WhenAll(trades.Select(async trade => await trade.Browser.Send(
            await trade.Browser.Open($"{trade.Url}/set-up"), $"{trade.Url}/set-up/slot", ("slot", slot.ToString()))));
        Assert.Equal(2, pages.Count(page => page.Status == HttpStatusCode.OK));
        Assert.All(pages.Where(page => page.Status != HttpStatusCode.OK), page =>
        {
            Assert.Equal(HttpStatusCode.Conflict, page.Status);
            Assert.Contains("Diese Zeit ist voll", page.Text, StringComparison.Ordinal);
        });
        Assert.Equal(2, (await Day(fair)).Booked(slot));
    }

    [Fact]
    public async Task Whose_last_stand_is_gone_gives_the_time_back()
    {
        var fair = await host.Fair();
        var slot = await Slot(fair, 1);
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        await trade.Browser.Send(
            await trade.Browser.Open($"{trade.Url}/set-up"), $"{trade.Url}/set-up/slot", ("slot", slot.ToString()));
        var booking = (await trade.Now()).Booked.Single();
        await fair.Do(new Work()
            .On(Stand.Stream(booking.StandId), Stand.Decider, new FreeStand(booking.Id))
            .On(Exhibitor.Stream(trade.Id), Exhibitor.Decider, new CancelBooking(booking.Id, 0)));
        await Quiet.Until(host.Services.GetRequiredService<Wakeups>(), TimeSpan.FromSeconds(60), async () =>
            (await Day(fair)).Booked(slot) == 0);
    }

    [Fact]
    public async Task Nobody_ticks_at_the_stand_of_another_or_plans_without_the_right()
    {
        var fair = await host.Fair();
        var task = new SetUpTask(Guid.CreateVersion7(), new("Teppich", "Carpet"));
        await fair.Do(new Work().On(SetUpDay.Stream(fair.Id), SetUpDay.Decider, new PutTask(task)));
        var (ours, _) = (await host.Trade(fair, "Wir", "A1"), await host.Trade(fair, "Andere", "A2"));
        var page = await ours.Browser.Open($"{ours.Url}/set-up");
        var answer = await ours.Browser.Http.PostAsync(
            $"{ours.Url}/set-up/stands/{fair["A2"].Id}", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute(
                "value")!,
                ["shown"] = task.Id.ToString(),
                ["done"] = task.Id.ToString(),
            }));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty((await Day(fair)).Done);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ours.Browser.Open($"{fair.Market}/set-up-day/plan")).Status);
    }

    private static async Task<Guid> Slot(Fair fair, int capacity)
    {
        var slot = new DeliverySlot(Guid.CreateVersion7(), "Tor", new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
            new(2026, 11, 22, 13, 0, 0, TimeSpan.Zero), capacity);
        await fair.Do(new Work().On(SetUpDay.Stream(fair.Id), SetUpDay.Decider, new PutSlot(slot)));
        return slot.Id;
    }

    private async Task<SetUpDay> Day(Fair fair) => (await host.Store.Load(SetUpDay.Stream(fair.Id), SetUpDay.Decider)).State;
}
