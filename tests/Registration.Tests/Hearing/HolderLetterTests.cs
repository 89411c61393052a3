using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Attendees;
using EventOps.Support;

namespace EventOps.Registration.Tests;

public sealed class HolderLetterTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task Whoever_sends_it_twice_under_one_id_sends_one_mail_with_the_words_of_the_other_module()
    {
        var planned = await PlannedEvent.In(host);
        var ticket = await planned.SignUp(host, "Paulina", "Oberhuber");
        var id = Guid.NewGuid();
        await Tell(planned, ticket, id);
        await Tell(planned, ticket, id);
        await Quiet.WaitForMessages(host.Services);
        var mail = Assert.Single(host.Mail.Sent, mail => mail.MailId == id);
        Assert.Equal("paulina.oberhuber@example.org", mail.To);
        Assert.Equal($"Neues zu {ticket} (de)", mail.Subject);
        foreach (var body in new[] { mail.TextBody, mail.HtmlBody })
        {
            Assert.Contains("https://veranstaltung.example/stop", body, StringComparison.Ordinal);
            Assert.Contains("Open Government Tag", body, StringComparison.Ordinal);
        }

        Assert.Empty(mail.Attachments);
    }

    [Fact]
    public async Task Who_gave_the_ticket_back_gets_no_mail()
    {
        var planned = await PlannedEvent.In(host);
        var ticket = await planned.SignUp(host, "Emeka", "Oberacker");
        await host.Store.Handle(Attendee.Stream(ticket), Attendee.Decider, new CancelTicket());
        await Tell(planned, ticket, Guid.NewGuid());
        await Quiet.WaitForMessages(host.Services);
        Assert.DoesNotContain(host.Mail.Sent, mail => mail.To == "emeka.oberacker@example.org");
    }

    private Task<Outcome> Tell(PlannedEvent planned, Guid ticket, Guid id) => host.Store.Handle(new Work().Then(commit =>
        commit.Publish(new TellTicketHolder(ticket, TestLetter.Name, planned.Id, []), $"ticket-{ticket}", id: id)));
}

/// <summary>What another module might have to say.</summary>
public sealed class TestLetter : ILetter
{
    public const string Name = "test.letter";

    public Task<LetterWords?> Write(TellTicketHolder asked, CancellationToken ct) => Task.FromResult<LetterWords?>(new(
        $"Neues zu {asked.TicketId} ({Ui.Language.Current.Code})", "Neues", "So ist es jetzt.", [("Karten", "fällt aus")], "Plan",
        "/plan", "Weil Sie es wollten.", "Nicht mehr", "/stop"));
}
