using EventOps.Billing.Money;
using EventOps.Billing.Sellers;
using EventOps.Contracts;

namespace EventOps.Billing.Tests;

/// <summary>A seller, a payer and things to sell.</summary>
public static class Sample
{
    public static Seller Seller { get; } = new(
        "Landeshauptstadt München", "Marienplatz 8", "80331", "München", "DE", "IT-Referat, Veranstaltungen", "+49 89 233-0",
        "veranstaltungen@muenchen.example", "143/241/00000", "DE123456788", "OGTM", "", "DE79000000001234567890", "",
        "Stadtsparkasse München", "");

    public static IReadOnlyList<TaxRule> Rules { get; } =
    [
        .. Enum.GetValues<BilledFor>().Select(kind => new TaxRule(kind, new(2020, 1, 1), TaxCategory.S, 19, LocalizedText.Empty)),
    ];

    public static SellerSettings Settings { get; } = new(Seller, new(14, "OGTM-{year}-{number:4}", [7, 14], false, Rules));

    public static Payer Payer { get; } = new(
        "Stadtwerke Beispielstadt GmbH", "Frau Beispiel", "Hauptstraße 1", "12345", "Beispielstadt", "DE",
        "einkauf@stadtwerke.example", PayerKind.Business, null, "", "de");

    public static IReadOnlyList<BilledLine> Lines { get; } =
    [
        Line("Standfläche 3 × 2 m", 1, 250), Line("Stromanschluss", 2, 33.755m),
    ];

    public static BilledLine Line(string name, decimal quantity, decimal price, BilledFor kind = BilledFor.EventService) =>
        new(new(name, name), quantity, "C62", price, kind);

    public static SellerSettings With(params TaxRule[] rules) => Settings with { Terms = Settings.Terms with { Rules = rules } };
}
