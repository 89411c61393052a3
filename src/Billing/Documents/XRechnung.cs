using System.Globalization;
using System.Xml;
using EventOps.Billing.Money;
using EventOps.Contracts;
using EventOps.Ui;

namespace EventOps.Billing.Documents;

/// <summary>
/// Writes an invoice or its cancellation as XRechnung 3.0 in UBL 2.1. The order of the elements is the schema's; nothing empty
/// is written.
/// </summary>
public static class XRechnung
{
    private const string Customization = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
    private const string Profile = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    public static byte[] Write(Printed document)
    {
        using var _ = Language.Use(Language.FindOr(document.Payer.Language, Language.German));
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(
            bytes, new() { Indent = true, Encoding = new System.Text.UTF8Encoding(false), NewLineChars = "\n" }))
            Write(new(xml), document);
        return bytes.ToArray();
    }

    private static void Write(Ubl ubl, Printed document)
    {
        var isInvoice = document.Kind == DocumentKind.Invoice;
        ubl.Begin(isInvoice ? "Invoice" : "CreditNote");
        ubl.Text("CustomizationID", Customization);
        ubl.Text("ProfileID", Profile);
        ubl.Text("ID", document.Number);
        ubl.Day("IssueDate", document.On);
        if (isInvoice) ubl.Day("DueDate", document.DueOn);
        ubl.Text(isInvoice ? "InvoiceTypeCode" : "CreditNoteTypeCode", isInvoice ? "380" : "381");
        ubl.Text("Note", Note(document));
        ubl.Text("DocumentCurrencyCode", "EUR");
        ubl.Text("BuyerReference", Ubl.FirstOf(document.Payer.BuyerReference, document.Reference, document.Number));
        Period(ubl, document);
        if (document.Cancels is { } cancels)
        {
            ubl.In("BillingReference", () => ubl.In("InvoiceDocumentReference", () =>
            {
                ubl.Text("ID", cancels.Number);
                ubl.Day("IssueDate", cancels.On);
            }));
        }

        ubl.In("AccountingSupplierParty", () => XRechnungParties.Seller(ubl, document));
        ubl.In("AccountingCustomerParty", () => XRechnungParties.Payer(ubl, document));
        if (document.ServiceFrom == document.ServiceTo) ubl.In(
            "Delivery", () => ubl.Day("ActualDeliveryDate", document.ServiceTo));
        Payment(ubl, document);
        ubl.In("PaymentTerms", () => ubl.Text("Note", Terms(document)));
        Taxes(ubl, document);
        ubl.In("LegalMonetaryTotal", () =>
        {
            ubl.Amount("LineExtensionAmount", document.Net);
            ubl.Amount("TaxExclusiveAmount", document.Net);
            ubl.Amount("TaxInclusiveAmount", document.Gross);
            ubl.Amount("PayableAmount", document.Gross);
        });
        foreach (var (at, line) in document.Lines.Index()) Line(ubl, isInvoice, at + 1, line);
        ubl.End();
    }

    private static string Note(Printed document) => document.Cancels is { } cancels
        ? DocumentTexts.Of["note.cancels", cancels.Number, Germany.Day(cancels.On)] : document.Subject.ToString();

    // Several days are a period of the whole document, one day is the day of delivery.
    private static void Period(Ubl ubl, Printed document)
    {
        if (document.ServiceFrom == document.ServiceTo) return;
        ubl.In("InvoicePeriod", () =>
        {
            ubl.Day("StartDate", document.ServiceFrom);
            ubl.Day("EndDate", document.ServiceTo);
        });
    }

    // A transfer to the seller's account; a cancellation asks for no money, but has to say how it would be paid (BR-DE-1).
    private static void Payment(Ubl ubl, Printed document) => ubl.In("PaymentMeans", () =>
    {
        ubl.Text("PaymentMeansCode", document.Kind == DocumentKind.Invoice ? "58" : "1");
        if (document.Kind != DocumentKind.Invoice) return;
        ubl.Text("PaymentID", document.Purpose);
        ubl.In("PayeeFinancialAccount", () =>
        {
            ubl.Text("ID", Mod97.Compact(document.Seller.Iban));
            ubl.Text("Name", document.Seller.Name);
            if (document.Seller.Bic.Length > 0) ubl.In(
                "FinancialInstitutionBranch", () => ubl.Text("ID", Mod97.Compact(document.Seller.Bic)));
        });
    });

    private static string Terms(Printed document) => document.DueOn is { } due
        ? DocumentTexts.Of["terms.due", Germany.Day(due)] : DocumentTexts.Of["terms.cancelled"];

    private static void Taxes(Ubl ubl, Printed document) => ubl.In("TaxTotal", () =>
    {
        ubl.Amount("TaxAmount", document.Tax);
        foreach (var tax in document.Taxes)
        {
            ubl.In("TaxSubtotal", () =>
            {
                ubl.Amount("TaxableAmount", tax.Base);
                ubl.Amount("TaxAmount", tax.Tax);
                ubl.In("TaxCategory", () =>
                {
                    ubl.Text("ID", tax.Category.ToString());
                    ubl.Text("Percent", tax.Rate.ToString("0.##", CultureInfo.InvariantCulture));
                    if (tax.Category is TaxCategory.AE or TaxCategory.O) ubl.Text(
                        "TaxExemptionReasonCode", $"VATEX-EU-{tax.Category}");
                    if (tax.Category != TaxCategory.S) ubl.Text(
                        "TaxExemptionReason", Ubl.FirstOf(tax.Reason.ToString(), DocumentTexts.Of["no-tax"]));
                    ubl.In("TaxScheme", () => ubl.Text("ID", "VAT"));
                });
            });
        }
    });

    private static void Line(Ubl ubl, bool isInvoice, int number, PrintedLine line) =>
        ubl.In(isInvoice ? "InvoiceLine" : "CreditNoteLine", () =>
    {
        ubl.Text("ID", number.ToString(CultureInfo.InvariantCulture));
        ubl.Text(isInvoice ? "InvoicedQuantity" : "CreditedQuantity", Ubl.Number(line.Quantity), "unitCode", line.Unit);
        ubl.Amount("LineExtensionAmount", line.Net);
        ubl.In("Item", () =>
        {
            ubl.Text("Name", line.Name.ToString());
            ubl.In("ClassifiedTaxCategory", () =>
            {
                ubl.Text("ID", line.Category.ToString());
                // What is not taxable has no rate on its line, though its sum has (BR-O-05, BR-DE-14).
                if (line.Category != TaxCategory.O) ubl.Text("Percent", line.Rate.ToString("0.##", CultureInfo.InvariantCulture));
                ubl.In("TaxScheme", () => ubl.Text("ID", "VAT"));
            });
        });
        ubl.In("Price", () => ubl.Text("PriceAmount", Ubl.Price(line.NetPrice), "currencyID", "EUR"));
    });
}
