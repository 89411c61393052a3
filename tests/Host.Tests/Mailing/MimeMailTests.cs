using System.Globalization;
using EventOps.Host.Mailing;
using EventOps.Messaging;

namespace EventOps.Host.Tests.Mailing;

/// <summary>A mail arrives as it was meant, whatever people typed into it.</summary>
public sealed class MimeMailTests
{
    private static readonly DateTimeOffset s_now = new(2017, 10, 12, 7, 30, 0, TimeSpan.Zero);
    private static readonly MailSettings s_settings =
        new(null, 25, MailSecurity.None, null, null, "tickets@muenchen.example", "Tag der \"offenen\" Stadt");

    [Theory]
    [InlineData("Ihr Ticket", "Guten Tag,\n\nSie sind dabei.")]
    [InlineData("Grüße aus München: Ihr Ticket für den Öffentlichen Tag, an dem wir uns alle wiedersehen 🥨",
        "Übermäßig große Straße = 100 %\n.\n..zwei\nEnde \n\n")]
    [InlineData("=?utf-8?B?YQ==?=", "\n\n=?utf-8?B?YQ==?= =3D\t=")]
    public void What_was_written_is_read(string subject, string text)
    {
        byte[] pdf = [0, 1, 2, 13, 10, 46, 13, 10, 255];
        var mail = Mail(subject, text, new MailAttachment("Ticket für Zoë.pdf", "application/pdf", pdf),
            new MailAttachment("a.ics", "text/calendar; charset=utf-8", [65]));
        var read = EmlFile.Read(MimeMail.Write(mail, s_settings, s_now));
        Assert.Equal(subject, read.Headers["Subject"]);
        Assert.Equal(text, read.Text);
        Assert.Equal($"<p>{text}</p>", read.Html);
        Assert.Equal(["Ticket für Zoë.pdf", "a.ics"], read.Attachments.Select(file => file.FileName));
        Assert.Equal(pdf, read.Attachments[0].Content);
    }

    [Fact]
    public void The_headers_say_what_it_is()
    {
        var mail = Mail("Ihr Ticket", "Text");
        var headers = EmlFile.Read(MimeMail.Write(mail, s_settings, s_now)).Headers;
        Assert.Equal($"<{mail.MailId:D}@muenchen.example>", headers["Message-ID"]);
        Assert.Equal("auto-generated", headers["Auto-Submitted"]);
        Assert.Equal("Thu, 12 Oct 2017 07:30:00 +0000", headers["Date"]);
        Assert.Equal("\"Tag der \\\"offenen\\\" Stadt\" <tickets@muenchen.example>", headers["From"]);
        Assert.Equal("anna@example.org", headers["To"]);
    }

    [Theory]
    [InlineData("Hallo\r\nBcc: victim@example.org")]
    [InlineData("Hallo\nBcc: victim@example.org")]
    [InlineData("Hallo\r\n\r\n<script>")]
    [InlineData("Hallo\u2028Bcc: victim@example.org\u0085Bcc: victim@example.org\0")]
    public void Nobody_can_add_a_header(string typed)
    {
        var mail = Mail(typed, "Text", new MailAttachment(typed, typed, [1]));
        var message = MimeMail.Write(mail, s_settings with { FromName = typed }, s_now);
        Assert.DoesNotContain(message.Split("\r\n"), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("<script", StringComparison.Ordinal));
        Assert.DoesNotContain(message.Replace("\r\n", "", StringComparison.Ordinal), letter => char.IsControl(letter));
        Assert.Equal("application/octet-stream", EmlFile.Read(message).Attachments[0].ContentType);
    }

    [Theory]
    [InlineData("anna@example.org\r\nBcc: x@example.org")]
    [InlineData("anna@example.org, ben@example.org")]
    [InlineData("Anna <anna@example.org>")]
    [InlineData("anna")]
    [InlineData("")]
    public void An_address_is_one_address(string typed) =>
        Assert.Throws<MailRefused>(() => MimeMail.Write(Mail("Text", "Text") with { To = typed }, s_settings, s_now));

    [Fact]
    public void A_domain_with_umlauts_travels_in_ASCII() =>
        Assert.Equal("anna@xn--gemeinde-sd-2hb.example", MailAddresses.Ascii("anna@gemeinde-süd.example"));

    [Fact]
    public void No_line_is_longer_than_mail_servers_take()
    {
        var mail = Mail(new string('ü', 3000), new string('ü', 100_000),
            new MailAttachment(new string('n', 100), "text/plain", new byte[10_000]));
        var longest = MimeMail.Write(mail, s_settings, s_now).Split("\r\n").Max(line => line.Length);
        Assert.True(longest <= 200, longest.ToString(CultureInfo.InvariantCulture));
    }

    private static OutgoingMail Mail(string subject, string text, params MailAttachment[] files) =>
        new(Guid.NewGuid(), "anna@example.org", subject, text, $"<p>{text}</p>", files);
}
