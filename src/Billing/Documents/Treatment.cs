using System.Collections.Frozen;
using EventOps.Billing.Money;
using EventOps.Billing.Sellers;
using EventOps.Contracts;

namespace EventOps.Billing.Documents;

/// <summary>Which tax applies to a thing for a buyer on a day of service.</summary>
public static class Treatment
{
    private static readonly LocalizedText s_reverse =
        new("Steuerschuldnerschaft des Leistungsempfängers", "Reverse charge: the recipient of the service owes the tax");

    // The other countries of the union; Greece writes EL in its VAT ids.
    private static readonly FrozenSet<string> s_union = new[]
    {
        "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
            "PL", "PT", "RO",
        "SE", "SI", "SK",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The organiser's rule; for a service at an event sold to a business elsewhere in the union, the buyer owes the
    /// tax.</summary>
    public static TaxRule? Of(BilledFor kind, DateOnly day, SellerSettings settings, Payer payer)
    {
        var rule = settings.Terms.RuleFor(kind, day);
        return rule is { Category: TaxCategory.S } && kind == BilledFor.EventService && settings.Seller.VatId.Length > 0
            && IsForeignBusiness(payer)
            ? rule with { Category = TaxCategory.AE, Rate = 0, Reason = s_reverse } : rule;
    }

    private static bool IsForeignBusiness(Payer payer) =>
        payer.Kind == PayerKind.Business && payer.VatId is { Length: > 4 } id && s_union.Contains(Mod97.Compact(id)[..2]);
}
