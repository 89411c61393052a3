using EventOps.Billing.Money;
using EventOps.Contracts;

namespace EventOps.Billing.Documents;

/// <summary>Seller and payer in an XRechnung.</summary>
internal static class XRechnungParties
{
    public static void Seller(Ubl ubl, Printed document) => ubl.In("Party", () =>
    {
        var seller = document.Seller;
        var (address, scheme) = Endpoint(Ubl.FirstOf(seller.ElectronicAddress, seller.ContactMail));
        ubl.Text("EndpointID", address, "schemeID", scheme);
        // Always there: a seller with a tax number alone is not known well enough otherwise (BR-CO-26).
        ubl.In("PartyIdentification", () => ubl.Text("ID", Ubl.FirstOf(seller.OwnId, seller.TaxNumber, seller.VatId)));
        ubl.In("PartyName", () => ubl.Text("Name", seller.Name));
        Address(ubl, seller.Street, "", seller.City, seller.Zip, seller.Country);
        if (!IsUntaxed(document)) TaxId(ubl, seller.VatId, "VAT");
        TaxId(ubl, seller.TaxNumber, "FC");
        ubl.In("PartyLegalEntity", () =>
        {
            ubl.Text("RegistrationName", seller.Name);
            ubl.Text("CompanyID", seller.Register);
        });
        ubl.In("Contact", () =>
        {
            ubl.Text("Name", seller.ContactName);
            ubl.Text("Telephone", seller.ContactPhone);
            ubl.Text("ElectronicMail", seller.ContactMail);
        });
    });

    public static void Payer(Ubl ubl, Printed document) => ubl.In("Party", () =>
    {
        var payer = document.Payer;
        var (address, scheme) = payer.Kind == Contracts.PayerKind.PublicBody && LeitwegId.IsValid(payer.BuyerReference)
            ? (payer.BuyerReference, "0204") : Endpoint(Ubl.FirstOf(payer.Email, document.Seller.ContactMail));
        ubl.Text("EndpointID", address, "schemeID", scheme);
        Address(ubl, payer.Street, payer.Attention, payer.City, payer.Zip, payer.Country);
        if (!IsUntaxed(document)) TaxId(ubl, Mod97.Compact(payer.VatId), "VAT");
        ubl.In("PartyLegalEntity", () => ubl.Text("RegistrationName", payer.Name));
    });

    // No VAT id of either side stands beside what is not taxable (BR-O-02).
    private static bool IsUntaxed(Printed document) => document.Taxes.Any(tax => tax.Category == TaxCategory.O);

    private static (string Address, string Scheme) Endpoint(string address) =>
        LeitwegId.IsValid(address) ? (address, "0204")
        : address.Contains('@', StringComparison.Ordinal) ? (address, "EM") : (address, "9930");

    private static void Address(Ubl ubl, string street, string more, string city, string zip, string country) =>
        ubl.In("PostalAddress", () =>
    {
        ubl.Text("StreetName", street);
        ubl.Text("AdditionalStreetName", more);
        ubl.Text("CityName", city);
        ubl.Text("PostalZone", zip);
        ubl.In("Country", () => ubl.Text("IdentificationCode", country.Trim().ToUpperInvariant()));
    });

    private static void TaxId(Ubl ubl, string id, string scheme)
    {
        if (id.Trim().Length == 0) return;
        ubl.In("PartyTaxScheme", () =>
        {
            ubl.Text("CompanyID", id);
            ubl.In("TaxScheme", () => ubl.Text("ID", scheme));
        });
    }
}
