using System.Net;
using EventOps.Barcamp.Boards;

namespace EventOps.Barcamp.Tests.SchedulingByProposal;

public sealed class TakeOverTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Fact]
    public async Task A_proposed_step_is_taken_over_once_however_often_it_is_clicked()
    {
        var camp = await Full();
        using var moderator = host.Organiser();
        var page = await moderator.Open($"{camp.Url}/barcamp/schedule");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.All(".chain"));
        var (first, second) = (await moderator.Send(page, $"{camp.Url}/barcamp/schedule/moves"), await moderator.Send(
            page, $"{camp.Url}/barcamp/schedule/moves"));
        Assert.Contains("Übernommen", first.Text, StringComparison.Ordinal);
        Assert.Contains("Übernommen", second.Text, StringComparison.Ordinal);
        var events = await host.Store.Read(Board.Stream(camp.Id));
        Assert.Single(events, recorded => recorded.Event is SessionsMoved);
        var board = await camp.Now();
        Assert.Equal(board.Placed.Count(), board.Placed.Select(session => session.Cell).Distinct().Count());
    }

    [Fact]
    public async Task What_somebody_moved_meanwhile_is_told_and_not_moved_again()
    {
        var camp = await Full();
        using var moderator = host.Organiser();
        var page = await moderator.Open($"{camp.Url}/barcamp/schedule");
        var moved = Guid.Parse(page.Html.QuerySelector("input[name=move]")!.GetAttribute("value")!.Split('_')[0]);
        var board = await camp.Now();
        await host.Store.Handle(new EventStore.Work()
            .On(Board.Stream(camp.Id), Board.Decider, new AcceptSession(moved, moved, [Guid.NewGuid()], Wishes.None, host.Clock.Now))
            .On(Board.Stream(camp.Id), Board.Decider, new CancelSession(moved, long.MaxValue, host.Clock.Now)));
        var answer = await moderator.Send(page, $"{camp.Url}/barcamp/schedule/moves");
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Passt nicht mehr", answer.Text, StringComparison.Ordinal);
        Assert.Equal(
            board.Placed.Select(session => session.Id).Order(),
            (await camp.Now()).Placed.Select(session => session.Id).Where(id => id != moved).Order());
    }

    [Fact]
    public async Task More_ideas_than_cells_leave_the_least_wanted_out()
    {
        var camp = await host.Plan();
        var (browser, _) = await camp.Participant();
        for (var number = 0; number < 4; number++) await camp.Propose((await camp.Participant()).Browser, $"Gefragt {number}");
        for (var number = 0; number < 4; number++) await camp.Propose((await camp.Participant()).Browser, $"Auch da {number}");
        using var moderator = host.Organiser();
        var page = await moderator.Open($"{camp.Url}/barcamp/schedule");
        Assert.Contains("finden keinen Platz", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kein Plan geht auf", page.Text, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task What_is_in_the_way_is_said_in_words()
    {
        var camp = await host.Plan();
        var (browser, _) = await camp.Participant();
        for (var number = 0; number < 4; number++) await camp.Propose(browser, $"Von einer Person {number}");
        using var moderator = host.Organiser();
        var page = await moderator.Open($"{camp.Url}/barcamp/schedule");
        Assert.Contains("Leonie Brandhofer hält", page.Text, StringComparison.Ordinal);
        Assert.Contains("hat dafür aber nur", page.Text, StringComparison.Ordinal);
    }

    // Three ideas of three people, all waiting.
    private async Task<PlannedBarcamp> Full()
    {
        var camp = await host.Plan();
        var (reader, _) = await camp.Participant();
        for (var number = 1; number <= 3; number++)
        {
            var (browser, _) = await camp.Participant();
            await camp.Star(reader, await camp.Propose(browser, $"Idee {number}", $"Person {number}"));
        }

        return camp;
    }
}
