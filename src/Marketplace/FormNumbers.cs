using System.Globalization;
using System.Text.RegularExpressions;
using EventOps.Ui;

namespace EventOps.Marketplace;

/// <summary>Lengths and prices as people type them, with comma or point; never more than two decimals.</summary>
public static partial class FormNumbers
{
    public const decimal HighestPrice = 100_000;

    /// <summary>Metres to the centimetre.</summary>
    public static decimal Metres(this TypedForm form, string field, decimal least, decimal most)
    {
        if (Read(form[field]) is { } length && length >= least && length <= most) return length;
        form.Wrong(field, Texts.Of["metres.wrong", least, most]);
        return least;
    }

    /// <summary>Euros and cents; null where nothing was typed.</summary>
    public static decimal? Euros(this TypedForm form, string field)
    {
        if (form[field].Trim().Length == 0) return null;
        if (Read(form[field].Replace("€", "", StringComparison.Ordinal)) is { } price
            && price is >= 0 and <= HighestPrice) return price;
        form.Wrong(field, Texts.Of["euros.wrong"]);
        return null;
    }

    // 1.250 could be a thousand and more, or little more than one: three decimals are not taken.
    private static decimal? Read(string typed) => Form().IsMatch(typed.Trim())
        ? decimal.Parse(typed.Trim().Replace(',', '.'), CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^\d{1,6}(?:[.,]\d{1,2})?$")]
    private static partial Regex Form();
}
