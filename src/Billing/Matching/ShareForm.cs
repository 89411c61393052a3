using System.Globalization;
using EventOps.Billing.ImportingStatements;
using EventOps.Billing.Payments;
using EventOps.Ui;

namespace EventOps.Billing.Matching;

/// <summary>Up to five bills that a payment is divided among.</summary>
public static class ShareForm
{
    public const string Name = "share";
    public const int Most = 5;

    private static TextSource T => MatchingTexts.Of;

    public static string Number(int at) => $"number.{at}";

    public static string Amount(int at) => $"amount.{at}";

    public static TypedForm Standing(PaymentRow row, Proposal? proposal)
    {
        var (fields, left) = (new Dictionary<string, string>(), row.Amount);
        var bills = proposal?.Bills ?? [];
        foreach (var (at, bill) in bills.Take(Most).Index())
        {
            // The last one takes what is left: too much of it is owed back, too little stays open.
            var share = at == bills.Count - 1 ? left : Math.Min(left, bill.Outstanding);
            (fields[Number(at)], fields[Amount(at)]) = (bill.Number, share.ToString("0.00", Language.Current.Culture));
            left -= share;
        }

        return TypedForm.Of(Name, fields);
    }

    public static IReadOnlyList<Share> Read(TypedForm form, PaymentRow row, IReadOnlyList<BillToMatch> bills)
    {
        List<Share> shares = [];
        for (var at = 0; at < Most; at++)
        {
            var (number, typed) = (form[Number(at)].Trim(), form[Amount(at)].Trim());
            if (number.Length == 0 && typed.Length == 0) continue;
            var bill = bills.FirstOrDefault(one => one.Number.Equals(number, StringComparison.OrdinalIgnoreCase));
            if (bill is null) form.Wrong(Number(at), T["unknown", number]);
            if (Euros(typed) is not { } amount || amount == 0) form.Wrong(Amount(at), T["amount.wrong"]);
            else if (bill is not null) shares.Add(new(bill.BillId, amount));
        }

        if (form.Fits && shares.Count == 0) form.Wrong(Number(0), T["missing"]);
        if (form.Fits && shares.Sum(share => share.Amount) != row.Amount)
            form.Wrong(Amount(0), T["sum.wrong", Say.Euro(row.Amount), Say.Euro(shares.Sum(share => share.Amount))]);
        return shares;
    }

    // 1.234,50 and 1234.50: whoever types a point before two digits means cents.
    private static decimal? Euros(string typed)
    {
        var plain = typed.Replace("€", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .Replace('\u2212', '-');
        if (plain.Contains(',', StringComparison.Ordinal)) plain = plain.Replace(".", "", StringComparison.Ordinal)
            .Replace(',', '.');
        return decimal.TryParse(
            plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            && decimal.Round(amount, 2) == amount ? amount : null;
    }
}
