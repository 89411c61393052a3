using System.Xml.Linq;
using EventOps.Billing.Documents;
using EventOps.Billing.Money;
using EventOps.Billing.Sellers;
using EventOps.Contracts;

namespace EventOps.Billing.Tests.Documents;

/// <summary>What the official rules ask for; the rules themselves are run outside of the build.</summary>
public class XRechnungTests
{
    private static readonly LocalizedText s_why = new("Nicht steuerbar (§ 2b UStG)", "Not taxable");

    [Fact]
    public void The_elements_stand_in_the_order_of_the_schema()
    {
        string[] order =
        [
            "CustomizationID", "ProfileID", "ID", "IssueDate", "DueDate", "InvoiceTypeCode", "Note", "DocumentCurrencyCode",
            "BuyerReference", "InvoicePeriod", "AccountingSupplierParty", "AccountingCustomerParty", "PaymentMeans",
            "PaymentTerms", "TaxTotal", "LegalMonetaryTotal", "InvoiceLine", "InvoiceLine",
        ];
        Assert.Equal(order, Read(Drafts.Invoice()).Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void A_cancellation_is_a_credit_note_with_the_same_positive_amounts()
    {
        var invoice = Drafts.Invoice();
        var note = Read(invoice.Mirror(new(2026, 12, 1)) with { Number = "OGTM-2026-0002" });
        Assert.Equal("CreditNote", note.Name.LocalName);
        Assert.Equal("381", Text(note, "CreditNoteTypeCode"));
        Assert.Equal(
            ("OGTM-2026-0001", "2026-11-26"),
            (Text(note, "BillingReference", "InvoiceDocumentReference", "ID"),
            Text(note, "BillingReference", "InvoiceDocumentReference", "IssueDate")));
        Assert.Null(note.Elements().FirstOrDefault(element => element.Name.LocalName == "DueDate"));
        Assert.Equal("377.84", Text(note, "LegalMonetaryTotal", "PayableAmount"));
        Assert.Equal("2", Text(note, "CreditNoteLine", "CreditedQuantity", 1));
    }

    [Fact]
    public void No_element_is_empty_and_no_amount_has_more_than_cents()
    {
        var hostile =
            Sample.Payer with { Attention = "  ", Street = "", BuyerReference = "\u00A0", Name = "A \u0001 & <B> GmbH" };
        var xml = Read(Drafts.Invoice(payer: hostile));
        Assert.All(xml.DescendantsAndSelf(), element =>
            Assert.True(element.HasElements || element.Value.Trim().Length > 0, element.Name.LocalName));
        Assert.All(
            xml.Descendants()
                .Where(element => element.Attribute("currencyID") is not null && element.Name.LocalName != "PriceAmount"),
            amount => Assert.Matches(@"^\d+\.\d\d$", amount.Value));
        Assert.Equal("33.755", Text(xml, "InvoiceLine", "Price", "PriceAmount", 1));
        Assert.Equal("ABC23", Text(xml, "BuyerReference"));
        Assert.Equal("A & <B> GmbH", Text(xml, "AccountingCustomerParty", "Party", "PartyLegalEntity", "RegistrationName"));
    }

    [Fact]
    public void An_authority_is_reached_by_its_leitweg_id()
    {
        var xml = Read(
            Drafts.Invoice(payer: Sample.Payer with { Kind = PayerKind.PublicBody, BuyerReference = "04011000-12345-03" }));
        Assert.Equal("04011000-12345-03", Text(xml, "BuyerReference"));
        var endpoint = Find(xml, "AccountingCustomerParty", "Party", "EndpointID");
        Assert.Equal(("04011000-12345-03", "0204"), (endpoint.Value, endpoint.Attribute("schemeID")!.Value));
        Assert.Equal("EM", Find(xml, "AccountingSupplierParty", "Party", "EndpointID").Attribute("schemeID")!.Value);
    }

    [Theory]
    [InlineData(TaxCategory.S, "19", "19", null, true)]
    [InlineData(TaxCategory.E, "0", "0", null, true)]
    [InlineData(TaxCategory.O, null, "0", "VATEX-EU-O", false)]
    public void Each_treatment_is_written_as_its_rules_want(
        TaxCategory category, string? onLine, string onSum, string? code, bool vatIds)
    {
        var rule = new TaxRule(
            BilledFor.EventService, new(2020, 1, 1), category, category == TaxCategory.S ? 19 : 0,
            category == TaxCategory.S ? LocalizedText.Empty : s_why);
        var xml = Read(Drafts.Invoice(Sample.With(rule), Sample.Payer with { VatId = "DE129273398" }));
        Assert.Equal(category.ToString(), Text(xml, "InvoiceLine", "Item", "ClassifiedTaxCategory", "ID"));
        Assert.Equal(onLine ?? "", Text(xml, "InvoiceLine", "Item", "ClassifiedTaxCategory", "Percent"));
        Assert.Equal(onSum, Text(xml, "TaxTotal", "TaxSubtotal", "TaxCategory", "Percent"));
        Assert.Equal(code ?? "", Text(xml, "TaxTotal", "TaxSubtotal", "TaxCategory", "TaxExemptionReasonCode"));
        Assert.Equal(
            category == TaxCategory.S ? "" : "Nicht steuerbar (§ 2b UStG)",
            Text(xml, "TaxTotal", "TaxSubtotal", "TaxCategory", "TaxExemptionReason"));
        var schemes = xml.Descendants().Where(element => element.Name.LocalName == "PartyTaxScheme")
            .Select(scheme => Text(scheme, "TaxScheme", "ID"));
        Assert.Equal(vatIds ? ["VAT", "FC", "VAT"] : ["FC"], schemes);
    }

    [Fact]
    public void A_business_elsewhere_in_the_union_owes_the_tax_itself()
    {
        var xml = Read(Drafts.Invoice(payer: Sample.Payer with { Country = "AT", VatId = "ATU12345678" }));
        Assert.Equal(("AE", "0", "VATEX-EU-AE"), (Text(xml, "TaxTotal", "TaxSubtotal", "TaxCategory", "ID"),
            Text(xml, "TaxTotal", "TaxSubtotal", "TaxCategory", "Percent"),
            Text(xml, "TaxTotal", "TaxSubtotal", "TaxCategory", "TaxExemptionReasonCode")));
        Assert.Equal("317.51", Text(xml, "LegalMonetaryTotal", "PayableAmount"));
        Assert.Equal("ATU12345678", Text(xml, "AccountingCustomerParty", "Party", "PartyTaxScheme", "CompanyID"));
    }

    [Fact]
    public void A_city_with_a_tax_number_alone_is_known_by_an_id()
    {
        var city = Sample.Settings with { Seller = Sample.Seller with { VatId = "", OwnId = "" } };
        Assert.Equal(
            "143/241/00000", Text(Read(Drafts.Invoice(city)), "AccountingSupplierParty", "Party", "PartyIdentification", "ID"));
    }

    [Fact]
    public void Space_alone_stays_taxed_in_germany_and_mixed_treatments_make_no_invoice()
    {
        var austrian = Sample.Payer with { Country = "AT", VatId = "ATU12345678" };
        Assert.Equal(
            TaxCategory.S,
            Drafts.Invoice(payer: austrian, lines: [Sample.Line("Fläche", 1, 100, BilledFor.Space)]).Taxes.Single().Category);
        var mixed = Sample.With(
            new(BilledFor.Space, new(2020, 1, 1), TaxCategory.O, 0, s_why),
            new(BilledFor.EventService, new(2020, 1, 1), TaxCategory.S, 19, LocalizedText.Empty));
        var order = Drafts.Order([Sample.Line("Fläche", 1, 100, BilledFor.Space), Sample.Line("Strom", 1, 10)]);
        Assert.Equal(Lack.MixedTaxes, Drafting.Draft(order, mixed, Sample.Payer, new(2026, 11, 26)).Lack);
    }

    [Fact]
    public void The_day_of_service_decides_which_rule_holds()
    {
        var changing = Sample.With(
            new(BilledFor.EventService, new(2020, 1, 1), TaxCategory.O, 0, s_why),
            new(BilledFor.EventService, new(2027, 1, 1), TaxCategory.S, 19, LocalizedText.Empty));
        Assert.Equal(TaxCategory.S, Drafts.Invoice(changing).Taxes.Single().Category);
        var before = Drafts.Order() with { ServiceFrom = new(2026, 12, 31), ServiceTo = new(2026, 12, 31) };
        Assert.Equal(
            TaxCategory.O, Drafting.Draft(before, changing, Sample.Payer, new(2026, 11, 26)).Draft!.Taxes.Single().Category);
    }

    private static XElement Read(Printed document) => XDocument.Load(new MemoryStream(XRechnung.Write(document))).Root!;

    private static XElement Find(XElement from, params string[] path) =>
        path.Aggregate(from, (element, name) => element.Elements().First(child => child.Name.LocalName == name));

    private static string Text(XElement from, params object[] path)
    {
        var at = path[^1] as int? ?? 0;
        var names = path.OfType<string>().ToList();
        IEnumerable<XElement> found = from.Elements().Where(child => child.Name.LocalName == names[0]).Skip(at);
        foreach (var name in names.Skip(1)) found = found.SelectMany(
            element => element.Elements().Where(child => child.Name.LocalName == name));
        return found.FirstOrDefault()?.Value ?? "";
    }
}
