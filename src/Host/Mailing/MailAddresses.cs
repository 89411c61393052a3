using System.Globalization;
using System.Net.Mail;
using EventOps.Messaging;

namespace EventOps.Host.Mailing;

/// <summary>Addresses as SMTP and mail headers want them.</summary>
public static class MailAddresses
{
    private static readonly IdnMapping s_idn = new();

    /// <summary>One address, nothing around it, nothing that could end a line or a command.</summary>
    public static bool IsValid(string address) =>
        !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '<' or '>' or ',' or ';' or '"')
        && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address;

    /// <summary>With the domain in ASCII: müller@gemeinde-süd.example becomes müller@xn--gemeinde-sd-5hb.example.</summary>
    public static string Ascii(string address)
    {
        if (!IsValid(address)) throw new MailRefused("The address is not a mail address.");
        var at = address.LastIndexOf('@');
        try
        {
            return address[..(at + 1)] + s_idn.GetAscii(address[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            throw new MailRefused("The address has a domain that cannot exist.");
        }
    }
}
