using EventOps.Barcamp.Boards;
using EventOps.Barcamp.TellingStarrers;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Registration.Tests;
using EventOps.Support;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Barcamp.Tests.TellingStarrers;

public sealed class StarredMailTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Fact]
    public async Task A_moved_session_tells_who_starred_it_and_wishes_a_mail_and_nobody_else()
    {
        var (camp, proposal, _) = await Placed("Wer liest eigentlich Protokolle?");
        var (told, only, silent) = (await Reader(camp, proposal), await Reader(camp, null), await Reader(
            camp, proposal, wish: false));
        await Settle(camp);
        Assert.Empty(Letters(camp)); // its first place is no move

        await Move(camp, proposal, 1, 2);
        await Settle(camp);
        var asked = Assert.Single(Letters(camp));
        Assert.Equal((told.Ticket, proposal), (asked.TicketId, Assert.Single(asked.About)));
        Assert.NotEqual(only.Ticket, asked.TicketId);
        Assert.NotEqual(silent.Ticket, asked.TicketId);
        var words = await Write(asked);
        Assert.Equal(
            ("Wer liest eigentlich Protokolle?", "Jetzt Montag, 23. November 2026, 12:00 Uhr, Werkstatt"),
            Assert.Single(words!.Facts));
    }

    [Fact]
    public async Task What_is_moved_and_moved_back_before_it_settles_makes_no_mail()
    {
        var (camp, proposal, _) = await Placed("Karten, Karten, Karten");
        await Reader(camp, proposal);
        await Settle(camp);
        await Move(camp, proposal, 1, 2);
        host.Clock.Now += TimeSpan.FromSeconds(70); // in the next minute, and before the first is told
        await Move(camp, proposal, 0, 0);
        await Settle(camp, minutes: 2);
        Assert.Empty(Letters(camp));
    }

    [Fact]
    public async Task All_that_moves_within_a_minute_is_one_mail()
    {
        var (camp, first, browser) = await Placed("Offene Daten");
        var second = await camp.Propose(browser, "Bürgerhaushalt");
        await camp.Place(second, 1, 1);
        var reader = await Reader(camp, first);
        await camp.Star(reader.Browser, second);
        await Settle(camp);
        await Move(camp, first, 0, 1);
        await Move(camp, first, 0, 2);
        Assert.Null((await host.Store.Handle(Board.Stream(camp.Id), Board.Decider, new CancelSession(second, long.MaxValue, host.Clock.Now))).Refusal);
        await Settle(camp);
        var asked = Assert.Single(Letters(camp));
        Assert.Equivalent(new[] { first, second }, asked.About);
        Assert.Contains(("Bürgerhaushalt", "Fällt aus"), (await Write(asked))!.Facts);
    }

    [Fact]
    public async Task The_link_in_a_mail_ends_them_without_cookie_and_not_by_being_looked_at()
    {
        var (camp, proposal, _) = await Placed("Fehlerkultur im Rathaus");
        var reader = await Reader(camp, proposal);
        await Settle(camp);
        await Move(camp, proposal, 1, 0);
        await Settle(camp);
        var words = await Write(Assert.Single(Letters(camp)));
        using var anyone = host.As();
        var page = await anyone.Open(words!.StopPath);
        Assert.True(await host.Services.GetRequiredService<MailWishes>().Has(reader.Ticket, default));
        Assert.Contains(
            "Sie bekommen keine solchen E-Mails mehr", (await anyone.Send(page, words.StopPath)).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anyone.Open($"{words.StopPath[..^2]}xx")).Status);

        await Move(camp, proposal, 0, 0);
        await Settle(camp);
        Assert.Single(Letters(camp));
        Assert.Contains(
            "E-Mails sind ausgeschaltet", (await reader.Browser.Open($"{camp.Url}/board/agenda")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_erased_wishes_nothing_any_more()
    {
        var (camp, proposal, _) = await Placed("Wissen, das in Rente geht");
        var reader = await Reader(camp, proposal);
        await host.Store.Handle(
            new Work().Then(commit => commit.Write(new Hearing.OnPersonsErased.Erased(new(camp.Id, [reader.Ticket])))));
        Assert.False(await host.Services.GetRequiredService<MailWishes>().Has(reader.Ticket, default));
    }

    private async Task<(PlannedBarcamp Camp, Guid Proposal, Browser Host)> Placed(string title)
    {
        var camp = await host.Plan();
        var (browser, ticket) = await camp.Participant();
        var proposal = await camp.Propose(browser, title);
        await camp.Place(proposal, 0, 0, ticket);
        return (camp, proposal, browser);
    }

    private static async Task<(Browser Browser, Guid Ticket)> Reader(PlannedBarcamp camp, Guid? starred, bool wish = true)
    {
        var (browser, ticket) = await camp.Participant();
        if (starred is { } proposal) await camp.Star(browser, proposal);
        var agenda = await browser.Open($"{camp.Url}/board/agenda");
        Assert.Contains("E-Mails sind ausgeschaltet", agenda.Text, StringComparison.Ordinal);
        if (!wish) return (browser, ticket);
        var saved = await browser.Send(agenda, $"{camp.Url}/board/agenda/mail", ("mail", "true"));
        Assert.Contains("E-Mails sind eingeschaltet", saved.Text, StringComparison.Ordinal);
        return (browser, ticket);
    }

    private async Task Move(PlannedBarcamp camp, Guid session, int room, int slot) => Assert.Null((await host.Store.Handle(
        Board.Stream(camp.Id), Board.Decider,
        new PlaceSession(session, camp.Rooms[room].Id, camp.Slots[slot].Id, long.MaxValue, host.Clock.Now))).Refusal);

    /// <summary>Two minutes later, when all that was moved until now is told.</summary>
    private async Task Settle(PlannedBarcamp camp, int minutes = 1)
    {
        var waiting = $"select count(*) from messaging.scheduled where key = '{Board.Stream(camp.Id)}'";
        var wakeups = host.Services.GetRequiredService<Wakeups>();
        await Quiet.Until(wakeups, null, async () => await host.Database.Read<long>(waiting) >= minutes);
        host.Clock.Now += TimeSpan.FromMinutes(2);
        await Quiet.Until(wakeups, null, async () => await host.Database.Read<long>(waiting) == 0);
        await Quiet.WaitForMessages(host.Services);
    }

    private List<TellTicketHolder> Letters(PlannedBarcamp camp) => [.. host.Letters.Where(asked => asked.EventId == camp.Id)];

    private async Task<LetterWords?> Write(TellTicketHolder asked)
    {
        using var speaking = Language.Use(Language.German);
        return await host.Services.GetRequiredKeyedService<ILetter>(asked.Letter).Write(asked, default);
    }
}
