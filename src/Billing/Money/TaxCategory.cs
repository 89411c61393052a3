namespace EventOps.Billing.Money;

/// <summary>Tax categories by their codes in EN 16931 (UNCL 5305).</summary>
public enum TaxCategory
{
    /// <summary>Taxed at a rate.</summary>
    S,

    /// <summary>Exempt, with the reason in words.</summary>
    E,

    /// <summary>Not taxable at all; stands alone on its invoice.</summary>
    O,

    /// <summary>The buyer owes the tax.</summary>
    AE,
}
