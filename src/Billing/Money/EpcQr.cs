using System.Globalization;
using System.Text;
using EventOps.Contracts;

namespace EventOps.Billing.Money;

/// <summary>
/// What a banking app reads of a QR code to fill in a transfer: EPC069-12, version 002. Either a checked reference or a text;
/// both keep their line.
/// </summary>
public static class EpcQr
{
    private const int LongestName = 70, LongestReference = 35, LongestText = 140, MostBytes = 331;
    private const decimal Least = 0.01m, Most = 999999999.99m;

    /// <summary>The payload as text; null where the standard has no room for it.</summary>
    public static string? Payload(string name, string iban, string? bic, decimal amount, string? reference, string text = "")
    {
        if (amount is < Least or > Most || !Iban.IsValid(iban) || reference?.Length > LongestReference) return null;
        string[] lines =
        [
            "BCD", "002", "1", "SCT", Mod97.Compact(bic), Cut(name, LongestName), Mod97.Compact(iban),
            $"EUR{amount.ToString("0.##", CultureInfo.InvariantCulture)}", "", reference ?? "",
            reference is null ? Cut(text, LongestText) : "",
        ];
        // Nothing follows the last element that says something.
        var last = Array.FindLastIndex(lines, line => line.Length > 0);
        var payload = string.Join('\n', lines[..(last + 1)]);
        return Encoding.UTF8.GetByteCount(payload) <= MostBytes ? payload : null;
    }

    /// <summary>
    /// The payload for an encoder that takes letters of Latin-1 as single bytes: what it writes are the bytes of UTF-8, as line
    /// three of the payload promises.
    /// </summary>
    public static string ForEncoder(string payload) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(payload));

    private static string Cut(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most ? line : line[..most].TrimEnd();
    }
}
