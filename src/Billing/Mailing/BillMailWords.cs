using System.Text;
using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.Money;
using EventOps.Ui;

namespace EventOps.Billing.Mailing;

/// <summary>What a mail about a bill says, in the current language; HTML and text say the same.</summary>
public sealed record BillMailWords(
    string Subject, string Title, string Lead, IReadOnlyList<(string Term, string Description)> Facts, string Button,
        string Link, string Ask)
{
    private static TextSource T => MailingTexts.Of;

    public static BillMailWords Of(BillMailDue due, Bill bill, Printed document, string link)
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
            T[$"{key}.subject", document.Number, seller.Name], T[$"{key}.title", document.Number],
                T[$"{key}.lead", document.Number, document.Cancels?.Number, due.Level],
            facts, T["button"], link, T["ask", seller.ContactName, seller.ContactPhone, seller.ContactMail]);
    }

    public string Text()
    {
        var text = new StringBuilder().Append(Title).Append("\n\n").Append(Lead).Append("\n\n");
        foreach (var (term, description) in Facts) text.Append(term).Append(": ").Append(description).Append('\n');
        return text.Append('\n').Append(Button).Append(": ").Append(Link).Append("\n\n-- \n").Append(Ask).Append('\n').ToString();
    }
}
