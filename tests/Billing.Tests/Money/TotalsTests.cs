using EventOps.Billing.Money;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Billing.Tests.Money;

public class TotalsTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(400);

    private static readonly Gen<PricedLine> s_line =
        from quantity in Gen.Choose(1, 40_000)
        from price in Gen.Choose(0, 5_000_000)
        from tax in Gen.Elements((TaxCategory.S, 19m), (TaxCategory.S, 7m), (TaxCategory.E, 0m), (TaxCategory.AE, 0m))
        select new PricedLine(quantity / 100m, price / 10_000m, tax.Item1, tax.Item2);

    private static readonly Arbitrary<IReadOnlyList<PricedLine>> s_lines =
        s_line.NonEmptyListOf().Select(lines => (IReadOnlyList<PricedLine>)[.. lines]).ToArbitrary();

    [Fact]
    public void Every_sum_is_the_sum_of_its_parts_and_has_cents_only() => Check.One(s_config, Prop.ForAll(s_lines, lines =>
    {
        var totals = Totals.Of(lines);
        return totals.Net == totals.Lines.Sum()
            && totals.Taxes.Sum(tax => tax.Base) == totals.Net
            && totals.Gross == totals.Net + totals.Tax
            && totals.Lines.Concat([totals.Net, totals.Tax, totals.Gross]).All(amount => decimal.Round(amount, 2) == amount);
    }));

    [Fact]
    public void Tax_is_reckoned_on_the_sum_of_a_rate_exactly() => Check.One(s_config, Prop.ForAll(s_lines, lines =>
        Totals.Of(lines).Taxes.All(tax =>
        {
            // In whole ten-thousandths, so that no rounding of decimals is involved.
            var exact = (long)(tax.Base * 100) * (long)tax.Rate;
            var cents = (exact + 50) / 100;
            return tax.Tax == cents / 100m;
        })));

    [Fact]
    public void The_order_of_lines_changes_no_amount() => Check.One(s_config, Prop.ForAll(s_lines, lines =>
    {
        var (one, other) = (Totals.Of(lines), Totals.Of([.. lines.Reverse()]));
        return one.Gross == other.Gross && one.Taxes.ToHashSet().SetEquals(other.Taxes);
    }));

    [Fact]
    public void Many_small_lines_do_not_drift()
    {
        // Each 0.03 € at 19 % would be 0.01 € tax a line, 1.00 € in all; by category it is 0.57 €.
        var totals = Totals.Of([.. Enumerable.Repeat(new PricedLine(1, 0.03m, TaxCategory.S, 19), 100)]);
        Assert.Equal((3.00m, 0.57m, 3.57m), (totals.Net, totals.Tax, totals.Gross));
    }

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("2.675", "2.68")]
    [InlineData("1.125", "1.13")]
    [InlineData("1.1249", "1.12")]
    [InlineData("-1.125", "-1.13")]
    public void Halves_go_away_from_zero(string amount, string cents) =>
        Assert.Equal(decimal.Parse(cents, System.Globalization.CultureInfo.InvariantCulture),
            Totals.Cents(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("189.07", "224.99")]
    [InlineData("189.08", "225.01")]
    [InlineData("250.00", "297.50")]
    public void Prices_are_nets_because_some_gross_amounts_cannot_be_reached(string net, string gross) =>
        Assert.Equal(decimal.Parse(gross, System.Globalization.CultureInfo.InvariantCulture), Totals.Of(
            [new(1, decimal.Parse(net, System.Globalization.CultureInfo.InvariantCulture), TaxCategory.S, 19)]).Gross);
}
