using EventOps.Billing.Money;
using EventOps.Billing.Sellers;
using EventOps.Contracts;

namespace EventOps.Billing.Documents;

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    Quote,
    Invoice,

    /// <summary>Mirrors an invoice that is no longer wanted.</summary>
    Cancellation,
}

/// <summary>One line as it was printed.</summary>
public sealed record PrintedLine(
    LocalizedText Name, decimal Quantity, string Unit, decimal NetPrice, decimal Net, TaxCategory Category, decimal Rate);

/// <summary>One tax as it was printed.</summary>
public sealed record PrintedTax(TaxCategory Category, decimal Rate, decimal Base, decimal Tax, LocalizedText Reason);

/// <summary>The document that another one mirrors.</summary>
public sealed record Mirrored(string Number, DateOnly On);

/// <summary>
/// Everything that stands on a document, as it was when it was issued. Never changes; PDF and page are drawn from it, the XML is
/// stored beside it.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its number; empty for a quote.</param>
/// <param name="On">The day it was issued.</param>
/// <param name="DueOn">The last day to pay; null where nothing is to be paid.</param>
/// <param name="ServiceFrom">First day of the service.</param>
/// <param name="ServiceTo">Last day of the service.</param>
/// <param name="Seller">Who sells.</param>
/// <param name="Payer">Who pays.</param>
/// <param name="Subject">What it is for.</param>
/// <param name="Reference">What people call the booking.</param>
/// <param name="Rf">The payment reference; empty where there is none.</param>
/// <param name="Lines">What is sold.</param>
/// <param name="Taxes">By category and rate.</param>
/// <param name="Net">Before tax.</param>
/// <param name="Gross">With tax.</param>
/// <param name="Cancels">The invoice that a cancellation mirrors.</param>
public sealed record Printed(
    DocumentKind Kind, string Number, DateOnly On, DateOnly? DueOn, DateOnly ServiceFrom, DateOnly ServiceTo, Seller Seller,
    Payer Payer, LocalizedText Subject, string Reference, string Rf, IReadOnlyList<PrintedLine> Lines,
    IReadOnlyList<PrintedTax> Taxes, decimal Net, decimal Gross, Mirrored? Cancels)
{
    public decimal Tax => Gross - Net;

    /// <summary>What is written into the reference field of a transfer.</summary>
    public string Purpose => Rf.Length > 0 ? Rf : Number;

    /// <summary>The document that takes this invoice back: every stored amount as it is, nothing reckoned again.</summary>
    public Printed Mirror(DateOnly on) =>
        this with { Kind = DocumentKind.Cancellation, Number = "", On = on, DueOn = null, Rf = "", Cancels = new(Number, On) };
}
