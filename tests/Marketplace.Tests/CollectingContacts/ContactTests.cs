using System.Net;
using System.Text;
using EventOps.Contracts;
using EventOps.Marketplace.CollectingContacts;
using EventOps.Registration.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Tests.CollectingContacts;

public sealed class ContactTests(PeopleHost host) : IClassFixture<PeopleHost>
{
    [Fact]
    public async Task A_scan_shows_nothing_of_the_visitor_and_leaves_nothing_behind_before_a_yes()
    {
        var fair = await host.Fair();
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        var (ticket, code, _) = await host.Visitor(fair, "Xaver", "Vorsicht");
        var before = await Everything();
        var page = await Scan(trade, code);
        Assert.Contains("Darf Stadtwerke Ihnen schreiben?", page.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { "Xaver", "Vorsicht", "Ulm", ticket.ToString(), ticket.ToString("N") })
            Assert.DoesNotContain(secret, page.Source, StringComparison.OrdinalIgnoreCase);
        page = await trade.Browser.Send(page, null, ("answer", "no"));
        Assert.Contains("Es wurde nichts gespeichert", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Everything());
        Assert.Null(await host.Services.GetRequiredService<ContactRows>().Find(trade.Id, ticket, default));
        Assert.DoesNotContain("Xaver", (await trade.Browser.Open($"{trade.Url}/contacts")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_yes_the_exhibitor_has_the_contact_and_the_visitor_a_mail()
    {
        var fair = await host.Fair();
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        var (ticket, code, _) = await host.Visitor(fair, "Jana", "Ja");
        var asked = await Scan(trade, code);
        for (var time = 0; time < 2; time++) await trade.Browser.Send(asked, null, ("answer", "yes"));
        var page = await trade.Browser.Open($"{trade.Url}/contacts");
        Assert.Contains("Jana Ja", page.Text, StringComparison.Ordinal);
        var contact = await host.Services.GetRequiredService<ContactRows>().Find(trade.Id, ticket, default);
        Assert.Equal((Contact.CurrentText, ConsentWay.AtTheStand, host.Clock.Now),
            (contact!.TextVersion, contact.Way, contact.GivenAt));
        await Support.Quiet.WaitForMessages(host.Services);
        var letter = Assert.Single(host.Letters, letter => letter.TicketId == ticket);
        using var _ = Ui.Language.Use(Ui.Language.German);
        var words = await host.Services.GetRequiredKeyedService<ILetter>(letter.Letter).Write(letter, default);
        Assert.Contains("Stadtwerke", words!.Subject, StringComparison.Ordinal);
        Assert.Contains(LetterWords.Token, words.StopPath, StringComparison.Ordinal);
        // Scanned again, it is known already: nobody is asked twice.
        Assert.Contains("schon gegeben", (await Scan(trade, code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_own_phone_one_sees_what_is_given_and_can_withdraw()
    {
        var fair = await host.Fair();
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        var (ticket, _, browser) = await host.Visitor(fair, "Wanda", "Wider");
        var page = await browser.Open($"{fair.Url}/stands/A1/contact");
        Assert.Contains("Wanda Wider, Stadt Ulm, Wanda.Wider@example.org", page.Text, StringComparison.Ordinal);
        await browser.Send(page, $"{fair.Url}/stands/A1/contact", ("answer", "yes"));
        Assert.Contains("Wanda Wider", (await Csv(trade)).Replace(",", " ", StringComparison.Ordinal), StringComparison.Ordinal);

        page = await browser.Open($"{fair.Url}/my-visits");
        await browser.Send(page, $"{fair.Url}/my-visits/contacts/{trade.Id}/withdrawal");
        Assert.DoesNotContain("Wanda", await Csv(trade), StringComparison.Ordinal);
        var list = await trade.Browser.Open($"{trade.Url}/contacts");
        Assert.Contains("1 Person hat ihr Ja widerrufen", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wanda", list.Source, StringComparison.Ordinal);

        await browser.Send(await browser.Open($"{fair.Url}/stands/A1/contact"), $"{fair.Url}/stands/A1/contact",
            ("answer", "yes"));
        Assert.Null((await host.Services.GetRequiredService<ContactRows>().Find(trade.Id, ticket, default))!.WithdrawnAt);
    }

    [Fact]
    public async Task Nobody_reads_contacts_of_another_exhibitor_or_answers_with_their_question()
    {
        var fair = await host.Fair();
        var (ours, theirs) = (await host.Trade(fair, "Wir", "A1"), await host.Trade(fair, "Andere", "A2"));
        var (ticket, code, browser) = await host.Visitor(fair, "Nina", "Nachbarin");
        await browser.Send(await browser.Open($"{fair.Url}/stands/A2/contact"), $"{fair.Url}/stands/A2/contact",
            ("answer", "yes"));
        Assert.Contains("Nina", await Csv(theirs), StringComparison.Ordinal);
        Assert.DoesNotContain("Nina", await Csv(ours), StringComparison.Ordinal);
        Assert.DoesNotContain("Nina", (await ours.Browser.Open($"{ours.Url}/contacts")).Source, StringComparison.Ordinal);
        // A question sealed for one exhibitor is worth nothing to another.
        var (_, other, _) = await host.Visitor(fair, "Otto", "Offen");
        var asked = await Scan(theirs, other);
        var visitor = asked.Html.QuerySelector("input[name=visitor]")!.GetAttribute("value")!;
        Assert.Contains("Namensschild lesen", (await ours.Browser.Open($"{ours.Url}/contacts/ask?visitor={visitor}")).Text,
            StringComparison.Ordinal);
        var scan = await Scan(ours, code);
        await ours.Browser.Send(scan, null, ("visitor", visitor), ("answer", "yes"));
        Assert.DoesNotContain("Otto", await Csv(ours), StringComparison.Ordinal);
        Assert.Null(await host.Services.GetRequiredService<ContactRows>().Find(ours.Id, ticket, default));
        var anonymous = await host.As().Http.GetAsync($"{ours.Url}/contacts.csv");
        Assert.Equal(HttpStatusCode.SeeOther, anonymous.StatusCode);
    }

    [Fact]
    public async Task A_question_grows_old_and_an_unknown_code_is_nobodys()
    {
        var fair = await host.Fair();
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        var (ticket, code, _) = await host.Visitor(fair);
        var page = await Scan(trade, "K7MQ 4RZP X2VD");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Kein gültiges Ticket", page.Text, StringComparison.Ordinal);
        var asked = await Scan(trade, code);
        host.Clock.Now += TimeSpan.FromMinutes(11);
        await trade.Browser.Send(asked, null, ("answer", "yes"));
        Assert.Null(await host.Services.GetRequiredService<ContactRows>().Find(trade.Id, ticket, default));
    }

    [Fact]
    public async Task Without_a_stand_nobody_is_asked()
    {
        var fair = await host.Fair();
        var trade = await host.Trade(fair);
        var (_, code, _) = await host.Visitor(fair);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Scan(trade, code)).Status);
    }

    [Fact]
    public async Task Erased_people_vanish_from_list_and_file_and_so_do_those_without_a_ticket()
    {
        var fair = await host.Fair();
        var trade = await host.Trade(fair, "Stadtwerke", "A1");
        var (ada, bea) = (await host.Visitor(fair, "Ada", "Erased"), await host.Visitor(fair, "Bea", "=1+1"));
        foreach (var (_, _, browser) in new[] { ada, bea })
            await browser.Send(await browser.Open($"{fair.Url}/stands/A1/contact"), $"{fair.Url}/stands/A1/contact",
                ("answer", "yes"));
        Assert.DoesNotContain(",=1+1", await Csv(trade), StringComparison.Ordinal);
        await host.Hear(new PersonsErased(fair.Id, [ada.Ticket]));
        Assert.Null(await host.Services.GetRequiredService<ContactRows>().Find(trade.Id, ada.Ticket, default));
        host.Tickets.People.TryRemove(bea.Ticket, out _);
        var page = await trade.Browser.Open($"{trade.Url}/contacts");
        Assert.DoesNotContain("Bea", page.Source, StringComparison.Ordinal);
        Assert.Contains("1 Kontakt wird nicht mehr gezeigt", page.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> Scan(Trade trade, string code) => await trade.Browser.Send(
        await trade.Browser.Open($"{trade.Url}/contacts/scan"), $"{trade.Url}/contacts/scan", ("code", code));

    private static async Task<string> Csv(Trade trade) =>
        Encoding.UTF8.GetString(await trade.Browser.Http.GetByteArrayAsync($"{trade.Url}/contacts.csv"));

    // Rows of the whole schema: a scan must add none anywhere.
    private async Task<string?> Everything() => await host.Database.Read<string>("""
        select string_agg(t || ':' || n, ' ' order by t) from (
          select table_schema || '.' || table_name as t, (xpath('/row/c/text()', query_to_xml(
            format('select count(*) as c from %I.%I', table_schema, table_name), false, true, '')))[1]::text as n
          from information_schema.tables where table_schema in ('marketplace', 'eventops') and table_type = 'BASE TABLE'
            and table_name <> 'mt_event_progression') counted
        """);
}
