using System.Text.RegularExpressions;

namespace EventOps.Marketplace.Plans;

/// <summary>What can stand on a sign and in an address: letters, digits and hyphens, at most twelve.</summary>
public static partial class StandNumber
{
    public const int Longest = 12;

    /// <summary>The number as it is kept; null where it is none.</summary>
    public static string? Tidy(string typed)
    {
        var number = typed.Trim();
        return number.Length <= Longest && Form().IsMatch(number) ? number : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?$")]
    private static partial Regex Form();
}
