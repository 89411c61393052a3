using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.Money;
using EventOps.Ui;

namespace EventOps.Billing.Mailing;

/// <summary>What a mail about a bill says, in the current language.</summary>
internal static class BillMailWords
{
    private static TextSource T => MailingTexts.Of;

    public static MailSheet Of(BillMailDue due, Bill bill, Printed document, string link)
    {
        var (key, seller) = ($"{due.About}", document.Seller);
        List<(string, string)> facts = [(T["for"], document.Subject.ToString()), (T["amount"], Say.Euro(document.Gross))];
        if (due.About is BillMail.Issued or BillMail.Reminded)
        {
            if (bill.Outstanding != document.Gross) facts.Add((T["outstanding"], Say.Euro(bill.Outstanding)));
            facts.Add((T["due"], Germany.Day(document.DueOn!.Value)));
            facts.Add((T["account"], $"{seller.Name}, {Iban.Spaced(seller.Iban)}"));
            facts.Add((T["purpose"], document.Purpose));
        }

        return new(
            T[$"{key}.subject", document.Number, seller.Name], seller.Name, T[$"{key}.title", document.Number],
            T[$"{key}.lead", document.Number, document.Cancels?.Number, due.Level], T["button"], link, facts, null, T["strip"],
            T["why"], T["ask", seller.ContactName, seller.ContactPhone, seller.ContactMail]);
    }
}
