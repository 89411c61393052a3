using System.Globalization;
using System.Text.RegularExpressions;

namespace EventOps.Billing.NumberSeries;

/// <summary>How invoice numbers look: OGTM-{year}-{number:4} makes OGTM-2026-0042. Each year begins anew where the year is part
/// of it.</summary>
public static partial class NumberPattern
{
    private const int LongestNumber = 21;

    /// <summary>
    /// A pattern has one running number, at its end and not directly behind a digit, so that no two numbers can look alike; what
    /// it makes fits into a payment reference.
    /// </summary>
    public static bool IsValid(string pattern) => Form().IsMatch(pattern)
        && Write(InYear(pattern, 2000), 999_999).Count(char.IsAsciiLetterOrDigit) <= LongestNumber;

    /// <summary>The pattern of one year: a series of its own.</summary>
    public static string InYear(string pattern, int year) =>
        pattern.Replace("{year}", year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>What stands before the running number: whoever shares it shares the count, however many digits are
    /// written.</summary>
    public static string Head(string series) => Running().Replace(series, "");

    /// <summary>The number itself.</summary>
    public static string Write(string series, int ordinal) => Running().Replace(series, hole =>
        ordinal.ToString(
            new string('0', hole.Groups[1].Success ? hole.Groups[1].Value[0] - '0' : 1), CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^[A-Za-z0-9/._-]*(?:\{year\})?[A-Za-z0-9/._-]*(?<=[A-Za-z/._-])\{number(?::[1-8])?\}$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\{number(?::([1-8]))?\}")]
    private static partial Regex Running();
}
