using EventOps.EventStore;
using EventOps.Marketplace.CollectingContacts;
using EventOps.Marketplace.VisitingStands;

namespace EventOps.Marketplace.Tests.ReadingFigures;

public sealed class FigureTests(PeopleHost host) : IClassFixture<PeopleHost>
{
    [Fact]
    public async Task Organisers_see_sums_by_hour_and_stand_and_no_names()
    {
        var fair = await host.Fair();
        var trade = await host.Trade(fair, "Stadtwerke", "A1", "A2");
        var (ticket, _, _) = await host.Visitor(fair, "Vera", "Verborgen");
        var ten = new DateTimeOffset(2026, 11, 23, 9, 5, 0, TimeSpan.Zero);
        await fair.Do(new Work().Then(commit =>
        {
            foreach (var visitor in new byte[] { 1, 2, 3 }) commit.Write(VisitRow.At(ten, fair.Id, fair["A1"].Id, [visitor]));
            commit.Write(VisitRow.At(ten.AddHours(2), fair.Id, fair["A2"].Id, [1]));
            commit.Write(new Contact(trade.Id, ticket, fair.Id, ten, Contact.CurrentText, ConsentWay.OnOwnPhone));
        }));
        using var organiser = host.Organiser();
        var page = await organiser.Open($"{fair.Market}/figures");
        var rows = page.Html.QuerySelectorAll("tbody tr").Select(
            row => string.Join('|', row.Children.Select(cell => cell.TextContent))).ToList();
        Assert.Contains("A1|Stadtwerke|3|1", rows);
        Assert.Contains("A2|Stadtwerke|1|1", rows);
        Assert.Equal(["10:00|3", "11:00|0", "12:00|1"], rows.Where(row => row.Contains(":00", StringComparison.Ordinal)));
        Assert.DoesNotContain("Verborgen", page.Source, StringComparison.Ordinal);
    }
}
