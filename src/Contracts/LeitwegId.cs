using System.Text.RegularExpressions;

namespace EventOps.Contracts;

/// <summary>The address of a German authority for invoices: coarse part, fine part, check digits.</summary>
public static partial class LeitwegId
{
    /// <summary>Whether a reference is meant as one at all; payers may also write an order number of their own.</summary>
    public static bool LooksLike(string reference) => Form().IsMatch(reference.ToUpperInvariant());

    /// <summary>Form, length and check digits. The first two digits are not looked at: see <see
    /// cref="HasKnownPrefix"/>.</summary>
    public static bool IsValid(string reference) => reference.Length is >= 5 and <= 46 && LooksLike(reference)
        && Mod97.Rest(reference.Replace("-", "", StringComparison.Ordinal)) == 1;

    /// <summary>
    /// Whether it begins with a federal state (01 to 16) or the federation (99). Official test files use other numbers: a reason
    /// to ask, never to refuse.
    /// </summary>
    public static bool HasKnownPrefix(string reference) =>
        reference.Length > 1 && int.TryParse(reference.AsSpan(0, 2), out var land) && land is (>= 1 and <= 16) or 99;

    [GeneratedRegex("^[0-9]{2,12}(-[0-9A-Z]{1,30})?-[0-9]{2}$")]
    private static partial Regex Form();
}
