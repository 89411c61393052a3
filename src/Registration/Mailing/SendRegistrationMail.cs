using EventOps.Messaging;
using EventOps.Registration.ManagingARegistration;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Mailing;

/// <summary>Writes and sends one mail. The message's id is the mail's: a repetition is recognisable as one.</summary>
public static class SendRegistrationMail
{
    public static async Task Handle(RegistrationMailDue message, Handling context, CancellationToken ct)
    {
        var record = await context.Services.GetRequiredService<RegistrationRecords>().Of(message.RegistrationId, ct);
        // Given back or erased in the meantime: nobody is to get a mail any more.
        if (record is not { State: Registrations.Registration.Placed, Holders: [{ Email.Length: > 0 } first, ..] })
            return;
        var url = context.Services.GetRequiredService<PublicUrl>();
        using var _ = Language.Use(Language.FindOr(message.Language, Language.German));
        var content = MailContent.Of(record, message.Kind, url);
        MailAttachment[] attachments = message.Kind == MailKind.Confirm ? [] :
        [
            new($"{record.Event.Slug}.pdf", "application/pdf", TicketFiles.PdfOf(record)),
            new($"{record.Event.Slug}.ics", "text/calendar", TicketFiles.IcsOf(record, url, context.Clock.GetUtcNow())),
        ];
        await Send(context, first.Email, content, attachments, ct);
    }

    /// <summary>Hands a written mail to the outside, under the message's id.</summary>
    public static async Task Send(Handling context, string to, MailSheet content, MailAttachment[] attachments, CancellationToken ct) =>
        await context.Services.GetRequiredService<IMailEdge>().Send(
            new(context.MessageId, to, content.Subject, content.Text(), await content.Html(context.Services), attachments), ct);
}
