using EventOps.Messaging;

namespace EventOps.Host.Mailing;

/// <summary>Sends mails through the operator's mail server.</summary>
public sealed class SmtpMail(MailSettings settings, TimeProvider clock) : IMailEdge
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20); // shorter than the lease that a mail is sent under

    /// <inheritdoc/>
    public async Task Send(OutgoingMail mail, CancellationToken ct = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var message = MimeMail.Write(mail, settings, clock.GetUtcNow());
        await using var smtp = await SmtpConversation.Open(settings, patience.Token);
        await smtp.Send(MailAddresses.Ascii(settings.From), MailAddresses.Ascii(mail.To), message, patience.Token);
    }
}
