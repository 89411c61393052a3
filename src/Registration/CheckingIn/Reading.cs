using System.Security.Cryptography;
using System.Text;

namespace EventOps.Registration.CheckingIn;

public enum Direction
{
    Entry,
    Exit,
}

/// <summary>One reading of a code at a gate, as the device claims it.</summary>
/// <param name="Code">The text of the QR code, or the short code that was typed.</param>
/// <param name="ScanId">Made by the client once per reading: sent again, it gets the same answer.</param>
/// <param name="Direction">In or out.</param>
/// <param name="List">The check-in list that is asked.</param>
/// <param name="Gate">Where it was read.</param>
/// <param name="At">When the device says it was read.</param>
/// <param name="WasOnlyOutside">Staff asked, and let the person in again.</param>
public sealed record Reading(
    string Code, Guid ScanId, Direction Direction, string List, string Gate, DateTimeOffset? At = null,
    bool WasOnlyOutside = false)
{
    /// <summary>A UUID is the scan's id as it is; any other text becomes one of this event and this caller alone.</summary>
    public static Guid IdOf(string? nonce, Guid eventId, string? actor)
    {
        if (string.IsNullOrEmpty(nonce)) return Guid.NewGuid();
        if (Guid.TryParse(nonce, out var id)) return id;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{eventId}\n{actor}\n{nonce}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // version 8: made up by the application (RFC 9562, section 5.8)
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }
}
