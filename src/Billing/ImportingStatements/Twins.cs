using EventOps.Billing.BankFiles;
using EventOps.Billing.Money;
using EventOps.Contracts;

namespace EventOps.Billing.ImportingStatements;

/// <summary>
/// Finds payments that another file may have brought already: the same amount within a day, from another statement, and nothing
/// that tells them apart. Each known payment is the twin of one new one at most, so that two equal transfers stay two.
/// </summary>
public static class Twins
{
    /// <summary>By the place of the new entry.</summary>
    public static IReadOnlyDictionary<int, Guid> Find(IReadOnlyList<BankEntry> fresh, IReadOnlyList<PaymentRow> known)
    {
        var (twins, left) = (new Dictionary<int, Guid>(), known.ToList());
        foreach (var (at, entry) in fresh.Index())
        {
            if (left.FirstOrDefault(one => AreAlike(entry, one)) is not { } twin) continue;
            twins.Add(at, twin.Id);
            left.Remove(twin);
        }

        return twins;
    }

    private static bool AreAlike(BankEntry entry, PaymentRow known) => entry.Amount == known.Amount
        && Math.Abs(entry.On.DayNumber - known.On.DayNumber) <= 1
        && (entry.PayerIban.Length == 0 || known.PayerIban.Length == 0 || entry.PayerIban == known.PayerIban)
        && !NameOthers(entry.Purpose, known.Line)
        && (SharesWords(entry.Purpose, known.Line) || (entry.On == known.On && SharesWords(entry.PayerName, known.PayerName)));

    // Two references that banks check, and not the same: two invoices were paid.
    private static bool NameOthers(string one, string other) =>
        References(one) is { Count: > 0 } left && References(other) is { Count: > 0 } right && !left.Overlaps(right);

    private static HashSet<string> References(string purpose) =>
        [.. purpose.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(Rf.IsValid).Select(Mod97.Compact)];

    private static bool SharesWords(string one, string other) =>
        Plain(one) is { Length: > 0 } left && Plain(other) is { Length: > 0 } right
        && (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal));

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
