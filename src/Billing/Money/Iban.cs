using EventOps.Contracts;

namespace EventOps.Billing.Money;

/// <summary>Bank account numbers: ISO 13616.</summary>
public static class Iban
{
    public static bool IsValid(string? typed)
    {
        var iban = Mod97.Compact(typed);
        return iban.Length is >= 15 and <= 34 && Mod97.IsAlphanumeric(iban)
            && char.IsAsciiLetter(iban[0]) && char.IsAsciiLetter(iban[1]) && char.IsAsciiDigit(iban[2])
                && char.IsAsciiDigit(iban[3])
            && (!iban.StartsWith("DE", StringComparison.Ordinal)
                || (iban.Length == 22 && iban.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0))
            && Mod97.Rest(iban[4..] + iban[..4]) == 1;
    }

    /// <summary>In groups of four, as it is printed.</summary>
    public static string Spaced(string iban) => string.Join(' ', Mod97.Compact(iban).Chunk(4).Select(part => new string(part)));

    /// <summary>Code of a bank: eight or eleven letters and digits.</summary>
    public static bool IsBic(string? typed)
    {
        var bic = Mod97.Compact(typed);
        return bic.Length is 8 or 11 && Mod97.IsAlphanumeric(bic) && !bic[..6].Any(char.IsAsciiDigit);
    }
}
