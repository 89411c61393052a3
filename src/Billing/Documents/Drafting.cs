using EventOps.Billing.Bills;
using EventOps.Billing.Money;
using EventOps.Billing.Sellers;
using EventOps.Contracts;

namespace EventOps.Billing.Documents;

/// <summary>Why no document can be made yet.</summary>
public enum Lack
{
    None,

    /// <summary>Nobody has said who the seller is.</summary>
    Seller,

    /// <summary>No tax rule for something on the day of the service.</summary>
    TaxRule,

    /// <summary>What is not taxable stands alone on its invoice, but the rules mix it with something else.</summary>
    MixedTaxes,

    /// <summary>Nobody knows any more who pays.</summary>
    Payer,

    /// <summary>Name, post code or town of the payer are missing.</summary>
    PayerAddress,
}

/// <summary>Makes a document of an order, as pure arithmetic over what is known.</summary>
public static class Drafting
{
    /// <summary>Without its number, which is drawn when it is stored; or what is lacking.</summary>
    public static (Printed? Draft, Lack Lack) Draft(BillOrder order, SellerSettings? settings, Payer? payer, DateOnly on)
    {
        if (settings is null) return (null, Lack.Seller);
        if (payer is null) return (null, Lack.Payer);
        if (payer.Name.Trim().Length == 0 || payer.Zip.Trim().Length == 0 || payer.City.Trim().Length == 0
            || payer.Country.Trim().Length != 2)
            return (null, Lack.PayerAddress);
        var rules = order.Lines.Select(line => Treatment.Of(line.For, order.ServiceFrom, settings, payer)).ToList();
        if (rules.Any(rule => rule is null)) return (null, Lack.TaxRule);
        if (rules.Any(rule => rule!.Category == TaxCategory.O) && rules.Any(rule => rule!.Category != TaxCategory.O)) return (
            null, Lack.MixedTaxes);
        var totals = Totals.Of(
            [.. order.Lines.Zip(rules, (line, rule) => new PricedLine(line.Quantity, line.NetPrice, rule!.Category, rule.Rate))]);
        var lines = order.Lines.Select((line, at) => new PrintedLine(
            line.Name, line.Quantity, line.Unit, line.NetPrice, totals.Lines[at], rules[at]!.Category, rules[at]!.Rate));
        var taxes = totals.Taxes.Select(tax => new PrintedTax(
            tax.Category, tax.Rate, tax.Base, tax.Tax,
            rules.First(rule => rule!.Category == tax.Category && rule.Rate == tax.Rate)!.Reason));
        return (new(
            order.IsQuote ? DocumentKind.Quote : DocumentKind.Invoice, "", on,
            order.IsQuote ? null : on.AddDays(settings.Terms.DaysToPay), order.ServiceFrom, order.ServiceTo, settings.Seller,
            payer, order.Subject, order.Reference, "", [.. lines], [.. taxes], totals.Net, totals.Gross, null), Lack.None);
    }
}
