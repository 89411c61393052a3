using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.WatchingTheGate;

public class OverviewTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task The_figures_have_their_base()
    {
        var planned = await PlannedEvent.In(host, capacity: 20, types: ["Stadt", "Presse"]);
        var first = await planned.SignUp(host);
        await planned.SignUp(host, "Malik", "Oberndorfer", type: planned.Types[1]);
        await planned.SignUp(host, "C", "Unbestätigt", confirmBy: host.Clock.Now.AddDays(1));
        await host.Store.Handle(Attendee.Stream(first), Attendee.Decider,
            new CheckIn(planned.Id, AttendeeList.EntryList, "Nord", Guid.NewGuid(), host.Clock.Now));
        await Quiet.Until(host.Services.GetRequiredService<Wakeups>(), null, async () =>
            await host.Database.Read<long>($"select count(*) from registration.arrivals where event_id = '{planned.Id}'") == 1);
        using var browser = host.Organiser();
        var page = await browser.Open($"/events/{planned.Slug}/overview");

        Assert.Equal("Noch 21 Tage.", page.At("h1"));
        Assert.StartsWith("Da 1 von 2", page.At(".figures > div"), StringComparison.Ordinal);
        Assert.Contains("Noch erwartet 1", page.At(".figures"), StringComparison.Ordinal);
        Assert.Contains("Freie Plätze 17 von 20", page.At(".figures"), StringComparison.Ordinal);
        Assert.Contains("Noch unbestätigt 1", page.At(".figures"), StringComparison.Ordinal);
        Assert.Equal(
            $"/events/{planned.Slug}/arrivals/stream?lang=de", page.Html.GetElementById("live")!.GetAttribute("data-live"));
        Assert.Equal(["Nord", "Süd"], page.All("section[aria-labelledby=gates] tbody th"));
        Assert.Contains(
            "Stadt11", page.At("section[aria-labelledby=types] tbody tr").Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_nobody_sees_yet_says_so()
    {
        var planned = await PlannedEvent.In(host, publish: false);
        using var browser = host.Organiser("en");
        var page = await browser.Open($"/events/{planned.Slug}/overview");

        Assert.Contains("Nobody sees this event yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody has been scanned yet.", page.Text, StringComparison.Ordinal);
    }
}
