namespace EventOps.Billing.Money;

/// <summary>One line to be summed up.</summary>
public sealed record PricedLine(decimal Quantity, decimal NetPrice, TaxCategory Category, decimal Rate);

/// <summary>What is taxed alike, and the tax on its sum.</summary>
public sealed record TaxSum(TaxCategory Category, decimal Rate, decimal Base, decimal Tax);

/// <summary>
/// The arithmetic of EN 16931: each line is rounded once, tax is reckoned on the sum of what is taxed alike, never line by line.
/// </summary>
/// <param name="Lines">Net amount of each line (BT-131).</param>
/// <param name="Taxes">One for each category and rate, in the order of their first line (BG-23).</param>
public sealed record Totals(IReadOnlyList<decimal> Lines, IReadOnlyList<TaxSum> Taxes)
{
    /// <summary>Sum of the lines (BT-106), and as there are no allowances, the sum before tax (BT-109).</summary>
    public decimal Net => Lines.Sum();

    /// <summary>All taxes (BT-110).</summary>
    public decimal Tax => Taxes.Sum(tax => tax.Tax);

    /// <summary>With tax (BT-112); nothing is prepaid or rounded, so it is what has to be paid (BT-115).</summary>
    public decimal Gross => Net + Tax;

    public static Totals Of(IReadOnlyList<PricedLine> lines)
    {
        var nets = lines.Select(line => Cents(line.Quantity * line.NetPrice)).ToList();
        var taxes = lines.Zip(nets)
            .GroupBy(line => (line.First.Category, line.First.Rate), line => line.Second)
            .Select(alike => (alike.Key.Category, alike.Key.Rate, Base: alike.Sum()))
            .Select(sum => new TaxSum(sum.Category, sum.Rate, sum.Base, Cents(sum.Base * sum.Rate / 100)));
        return new(nets, [.. taxes]);
    }

    /// <summary>Two decimals, halves away from zero: as merchants round, not as C# does by itself.</summary>
    public static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
