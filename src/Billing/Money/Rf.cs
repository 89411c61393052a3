using EventOps.Contracts;

namespace EventOps.Billing.Money;

/// <summary>References that banks check: RF, two check digits, at most 21 letters and digits (ISO 11649).</summary>
public static class Rf
{
    private const int Longest = 21;

    /// <summary>The reference of an invoice's number; null where the number has nothing to make one of.</summary>
    public static string? Of(string number)
    {
        var reference = string.Concat(number.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return reference.Length is 0 or > Longest ? null : $"RF{Mod97.Check($"{reference}RF"):00}{reference}";
    }

    public static bool IsValid(string? typed)
    {
        var rf = Mod97.Compact(typed);
        return rf.Length is >= 5 and <= 4 + Longest && rf.StartsWith("RF", StringComparison.Ordinal)
            && char.IsAsciiDigit(rf[2]) && char.IsAsciiDigit(rf[3]) && Mod97.IsAlphanumeric(rf)
                && Mod97.Rest(rf[4..] + rf[..4]) == 1;
    }
}
