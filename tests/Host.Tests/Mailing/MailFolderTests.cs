using System.Net;
using EventOps.Host.Mailing;
using EventOps.Host.Starting;
using EventOps.Host.Tests.Operating;
using EventOps.Host.Tests.Starting;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Host.Tests.Mailing;

/// <summary>Without a mail server mails lie in the data folder, and a demo shows them.</summary>
public sealed class MailFolderTests
{
    private static readonly MailSettings s_settings =
        new(null, 25, MailSecurity.None, null, null, "tickets@example.org", "EventOps");

    [Fact]
    public async Task A_mail_that_is_sent_twice_lies_there_once_for_its_owner_only()
    {
        await using var folder = new ScratchFolder();
        var mails = new MailFolder(new DataFolder(folder.Path), s_settings, TimeProvider.System);
        var mail = Mail();
        await mails.Send(mail);
        await mails.Send(mail);
        Assert.Equal(mail.MailId, Assert.Single(mails.All()).Id);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.Combine(folder.Path, "mail")));
    }

    [Fact]
    public async Task A_demo_lists_mails_and_shows_one_with_its_links_and_files()
    {
        await using var folder = new ScratchFolder();
        var mails = new MailFolder(new DataFolder(folder.Path), s_settings, TimeProvider.System);
        var mail = Mail();
        await mails.Send(mail);
        await using var host = await SmallHost.Start(MailPages.Map, services: services => services.AddSingleton(mails));
        Assert.Contains($"""<a href="/dev/mail/{mail.MailId}">""", await host.Client.GetStringAsync("/dev/mail"),
            StringComparison.Ordinal);
        var page = await host.Client.GetStringAsync($"/dev/mail/{mail.MailId}");
        Assert.Contains("""<a href="http://127.0.0.1/t/abc?x=1">http://127.0.0.1/t/abc?x=1</a>""", page,
            StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Equal([37, 80, 68, 70], await host.Client.GetByteArrayAsync($"/dev/mail/{mail.MailId}/0"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync($"/dev/mail/{Guid.NewGuid()}")).StatusCode);
    }

    private static OutgoingMail Mail() => new(Guid.NewGuid(), "anna@example.org", "Ihr Ticket",
        "Hier ist es: http://127.0.0.1/t/abc?x=1.\n\n<b>fett</b>", "<p>Hier</p>",
            [new("ticket.pdf", "application/pdf", [37, 80, 68, 70])]);
}
