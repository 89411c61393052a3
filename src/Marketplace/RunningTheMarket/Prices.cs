using System.Globalization;
using EventOps.Ui;

namespace EventOps.Marketplace.RunningTheMarket;

/// <summary>Euros as people type them: with a comma or a point, without thousands.</summary>
internal static class Prices
{
    private const decimal Most = 1_000_000;

    public static decimal Read(TypedForm form, string field)
    {
        var typed = form[field].Trim().Replace(',', '.');
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
            && price is >= 0 and <= Most && decimal.Round(price, 2) == price) return price;
        form.Wrong(field, MarketTexts.Of["price.wrong"]);
        return 0;
    }

    public static string Typed(decimal price) => price.ToString("0.00", CultureInfo.InvariantCulture);
}
