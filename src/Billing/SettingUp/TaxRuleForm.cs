using System.Globalization;
using EventOps.Billing.Money;
using EventOps.Billing.Sellers;
using EventOps.Contracts;
using EventOps.Ui;

namespace EventOps.Billing.SettingUp;

/// <summary>A tax rule for one kind of thing, or for all of them, from a day on.</summary>
public static class TaxRuleForm
{
    public const string Name = "rule";
    public const string All = "all";

    private static TextSource T => SettingUpTexts.Of;

    public static TypedForm New(DateOnly today) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["for"] = All,
        ["from"] = new DateOnly(today.Year, 1, 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["category"] = nameof(TaxCategory.S),
    });

    /// <summary>One rule, or one for each kind.</summary>
    public static IReadOnlyList<TaxRule> Read(TypedForm form)
    {
        var kinds = Enum.TryParse<BilledFor>(form["for"], out var kind)
            && Enum.IsDefined(kind) ? [kind] : Enum.GetValues<BilledFor>();
        if (!DateOnly.TryParseExact(form["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
            form.Wrong("from", T["from.wrong"]);
        var category = form[
            "category"] switch
        {
            nameof(TaxCategory.E) => TaxCategory.E,
            nameof(TaxCategory.O) => TaxCategory.O,
            _ =>
            TaxCategory.S
        };
        var reason = new LocalizedText(form.Line("reason.de", 300), form.Line("reason.en", 300));
        var rate = category == TaxCategory.S ? Rate(form) : 0;
        if (category != TaxCategory.S && reason.IsEmpty) form.Wrong("reason.de", T["reason.missing"]);
        return [.. kinds.Select(
            one => new TaxRule(one, from, category, rate, category == TaxCategory.S ? LocalizedText.Empty : reason))];
    }

    private static decimal Rate(TypedForm form)
    {
        if (decimal.TryParse(
            form["rate"].Replace(',', '.').Replace("%", "", StringComparison.Ordinal).Trim(), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var rate) && rate is > 0 and < 100 && decimal.Round(rate, 2) == rate) return rate;
        form.Wrong("rate", T["rate.wrong"]);
        return 0;
    }
}
