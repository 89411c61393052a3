namespace EventOps.Billing.Sellers;

/// <summary>Who sells, as it is printed on bills. The contact is a person: all of it is a row, no event.</summary>
/// <param name="Name">Of the organisation.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Zip">Post code.</param>
/// <param name="City">Town.</param>
/// <param name="Country">Two letters of ISO 3166-1.</param>
/// <param name="ContactName">Whom to ask: a person or an office.</param>
/// <param name="ContactPhone">Its number.</param>
/// <param name="ContactMail">Its address.</param>
/// <param name="TaxNumber">Steuernummer; may be empty where there is a VAT id.</param>
/// <param name="VatId">With its country's prefix; may be empty where there is a tax number.</param>
/// <param name="OwnId">What the seller is known by to its buyers, such as a creditor id; may be empty.</param>
/// <param name="Register">Entry in a register; may be empty.</param>
/// <param name="Iban">Account, without blanks.</param>
/// <param name="Bic">Code of the bank; may be empty.</param>
/// <param name="Bank">Its name; may be empty.</param>
/// <param name="ElectronicAddress">Where the seller gets electronic messages: a mail address, a Leitweg-ID or a VAT id; may be
/// empty.</param>
public sealed record Seller(
    string Name, string Street, string Zip, string City, string Country, string ContactName, string ContactPhone,
    string ContactMail, string TaxNumber, string VatId, string OwnId, string Register, string Iban, string Bic, string Bank,
    string ElectronicAddress);
