namespace EventOps.Messaging;

/// <summary>
/// Where mails leave the system: SMTP, or files on a machine without a mail server. A mail handler renders and calls it; the
/// host implements it.
/// </summary>
public interface IMailEdge
{
    /// <summary>Hands the mail over; returns once the other side took it. May be called again with the same mail id.</summary>
    Task Send(OutgoingMail mail, CancellationToken ct = default);
}

/// <summary>One rendered mail. Lives in memory only: queued messages hold ids, never addresses or texts.</summary>
/// <param name="MailId">Becomes the Message-ID: a mail that is sent twice can be recognised.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="TextBody">The plain form.</param>
/// <param name="HtmlBody">The same as HTML.</param>
/// <param name="Attachments">Ticket, calendar entry; may be empty.</param>
public sealed record OutgoingMail(
    Guid MailId, string To, string Subject, string TextBody, string HtmlBody, IReadOnlyList<MailAttachment> Attachments);

/// <summary>A file that comes with a mail.</summary>
/// <param name="FileName">Plain ASCII name with extension.</param>
/// <param name="ContentType">MIME type.</param>
/// <param name="Content">The bytes.</param>
public sealed record MailAttachment(string FileName, string ContentType, byte[] Content);

/// <summary>A mail can never be delivered to this address: trying again changes nothing (SMTP reply 5yz, RFC 5321 section 4.2.1).</summary>
/// <param name="message">What the mail server said, without the address.</param>
public sealed class MailRefused(string message) : Exception(message);
