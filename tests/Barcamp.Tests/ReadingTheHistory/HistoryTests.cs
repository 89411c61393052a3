using EventOps.Barcamp.Boards;

namespace EventOps.Barcamp.Tests.ReadingTheHistory;

public sealed class HistoryTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Fact]
    public async Task What_happened_is_told_and_can_be_taken_back_from_there()
    {
        var camp = await host.Plan();
        var (browser, ticket) = await camp.Participant();
        var session = await camp.Propose(browser, "Offene Daten");
        await camp.Place(session, 0, 0, ticket);
        using var moderator = host.Organiser();
        var page = await moderator.Open($"{camp.Url}/barcamp/history");
        Assert.Contains("„Offene Daten“: 10:00, Saal", page.Text, StringComparison.Ordinal);
        Assert.Contains("Raum eingerichtet: Saal, 100 Plätze", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ticket.ToString(), page.Source, StringComparison.Ordinal);
        var after = await moderator.Send(page, $"{camp.Url}/barcamp/moves");
        Assert.Contains("zurückgenommen", after.Text, StringComparison.Ordinal);
        Assert.Contains("Veranstalter", after.Text, StringComparison.Ordinal);
        Assert.Equal(SessionState.Parked, (await camp.Now()).Sessions[session].State);
    }
}
