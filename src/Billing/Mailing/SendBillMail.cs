using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.PayingABill;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Mailing;

/// <summary>Writes and sends one mail about a bill, to the address that was printed, with the documents.</summary>
public static class SendBillMail
{
    public static async Task Handle(BillMailDue due, Handling handling, CancellationToken ct)
    {
        var services = handling.Services;
        var (bill, _) = await services.GetRequiredService<IEventStore>().Load(Bill.Stream(due.BillId), Bill.Decider, ct);
        var kind = due.About switch
        {
            BillMail.Quoted => DocumentKind.Quote,
            BillMail.Cancelled => DocumentKind.Cancellation,
            _ => DocumentKind.Invoice,
        };
        var document = (await services.GetRequiredService<DocumentRows>().OfBill(due.BillId, ct))
            .FirstOrDefault(document => document.Printed.Kind == kind);
        if (document is not { Printed.Payer.Email: { Length: > 0 } to } || !StillTrue(due.About, bill)) return;
        var token = await services.GetRequiredService<BillLinks>().TokenOf(due.BillId, ct);
        var link = services.GetRequiredService<PublicUrl>().Link(BillingLinks.Bill(due.BillId, token));
        using var _ = Language.Use(Language.FindOr(document.Printed.Payer.Language, Language.German));
        var words = BillMailWords.Of(due, bill, document.Printed, link);
        await services.GetRequiredService<IMailEdge>().Send(
            new(handling.MessageId, to, words.Subject, words.Text(), await words.Html(services), Files(document)), ct);
    }

    // Paid or cancelled before the mail left: nobody is asked for money that is not wanted any more.
    private static bool StillTrue(BillMail about, Bill bill) => about switch
    {
        BillMail.Quoted => bill.Stage == BillStage.Quoted,
        BillMail.Issued => bill.Stage == BillStage.Issued,
        BillMail.Reminded => bill.Outstanding > 0,
        _ => true,
    };

    private static MailAttachment[] Files(KeptDocument document) =>
    [
        new(DocumentPdf.FileName(document.Printed, ".pdf"), "application/pdf", DocumentPdf.Write(document.Printed)),
        .. document.Xml is { } xml
            ? new[] { new MailAttachment(DocumentPdf.FileName(document.Printed, ".xml"), "application/xml", xml) } : [],
    ];
}
