using EventOps.Host.Mailing;
using EventOps.Messaging;

namespace EventOps.Host.Tests.Mailing;

/// <summary>Mails over a real connection to a mail server.</summary>
public sealed class SmtpMailTests
{
    private static readonly OutgoingMail s_mail = new(Guid.NewGuid(), "anna@example.org", "Ihr Ticket für München",
        "Erste Zeile\n.\n.. und Schluss\n", "<p>Sie sind dabei.</p>", [new("ticket.pdf", "application/pdf", [37, 80, 68, 70])]);

    [Theory]
    [InlineData("AUTH PLAIN LOGIN", "AUTH PLAIN AHVzZXIAc2VjcmV0")]
    [InlineData("AUTH LOGIN", "AUTH LOGIN")]
    public async Task A_mail_is_delivered_once_and_whole(string ability, string signIn)
    {
        using var server = new MailServer();
        var serving = server.Serve(["SIZE 1000000", ability]);
        await new SmtpMail(Settings(server, MailSecurity.None, "user"), TimeProvider.System).Send(s_mail);
        await serving;
        Assert.Equal("EHLO eventops", server.Heard[0]);
        Assert.Equal(signIn, server.Heard[1]);
        Assert.Equal(["MAIL FROM:<tickets@example.org>", "RCPT TO:<anna@example.org>", "DATA", "QUIT"], server.Heard.TakeLast(4));
        var read = EmlFile.Read(server.Message);
        Assert.Equal(s_mail.Subject, read.Headers["Subject"]);
        Assert.Equal(s_mail.TextBody, read.Text);
        Assert.Equal(s_mail.Attachments[0].Content, read.Attachments[0].Content);
    }

    [Fact]
    public async Task A_server_without_TLS_gets_neither_mail_nor_password()
    {
        using var server = new MailServer();
        var serving = server.Serve(["AUTH PLAIN"]);
        await Assert.ThrowsAsync<IOException>(
            () => new SmtpMail(Settings(server, MailSecurity.StartTls, "user"), TimeProvider.System).Send(s_mail));
        await serving;
        Assert.Equal(["EHLO eventops", "QUIT"], server.Heard);
    }

    [Fact]
    public async Task A_server_with_a_strange_certificate_gets_neither_mail_nor_password()
    {
        using var server = new MailServer();
        var serving = server.Serve(["STARTTLS", "AUTH PLAIN"]);
        await Assert.ThrowsAsync<System.Security.Authentication.AuthenticationException>(
            () => new SmtpMail(Settings(server, MailSecurity.StartTls, "user"), TimeProvider.System).Send(s_mail));
        await serving;
        Assert.Equal(["EHLO eventops", "STARTTLS"], server.Heard);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_refused_for_good_and_not_quoted()
    {
        using var server = new MailServer();
        var serving = server.Serve([], toRecipient: "550 anna@example.org is unknown");
        var refused = await Assert.ThrowsAsync<MailRefused>(
            () => new SmtpMail(Settings(server, MailSecurity.None), TimeProvider.System).Send(s_mail));
        await serving;
        Assert.Equal("The mail server answered 550.", refused.Message);
    }

    [Fact]
    public async Task A_full_mailbox_may_be_tried_again()
    {
        using var server = new MailServer();
        var serving = server.Serve([], toRecipient: "452 try later");
        await Assert.ThrowsAsync<IOException>(
            () => new SmtpMail(Settings(server, MailSecurity.None), TimeProvider.System).Send(s_mail));
        await serving;
    }

    private static MailSettings Settings(MailServer server, MailSecurity security, string? user = null) =>
        new("127.0.0.1", server.Port, security, user, "secret", "tickets@example.org", "EventOps");
}
