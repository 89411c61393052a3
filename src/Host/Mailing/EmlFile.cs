using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EventOps.Messaging;

namespace EventOps.Host.Mailing;

/// <summary>
/// Reads back what <see cref="MimeMail"/> wrote, to show it on a machine without a mail server. No reader for strangers' mails.
/// </summary>
public sealed partial record EmlFile(
    IReadOnlyDictionary<string, string> Headers, string Text, string Html, IReadOnlyList<MailAttachment> Attachments)
{
    private sealed record Part(Dictionary<string, string> Headers, string Body);

    /// <summary>Reads a message.</summary>
    public static EmlFile Read(string message)
    {
        var whole = Split(message);
        var leaves = Leaves(whole).ToList();
        return new(
            whole.Headers.ToDictionary(header => header.Key, header => Decode(header.Value), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(Bytes(leaves.First(part => Type(part) == "text/plain"))),
            Encoding.UTF8.GetString(Bytes(leaves.First(part => Type(part) == "text/html"))),
            [.. leaves.Where(part => part.Headers.ContainsKey("Content-Disposition"))
                .Select(part => new MailAttachment(FileName(part.Headers["Content-Disposition"]), Type(part), Bytes(part)))]);
    }

    private static Part Split(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in text[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split(
            "\r\n", StringSplitOptions.RemoveEmptyEntries))
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] =
                line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return new(headers, text[(end + 4)..]);
    }

    private static IEnumerable<Part> Leaves(Part part)
    {
        var boundary = Boundary().Match(part.Headers["Content-Type"]);
        return boundary.Success
            ? ("\r\n" + part.Body).Split("\r\n--" + boundary.Groups[1].Value)[1..^1].SelectMany(
                inner => Leaves(Split(inner[2..])))
            : [part];
    }

    private static string Type(Part part) => part.Headers["Content-Type"] is var type
        && type.StartsWith("text/", StringComparison.Ordinal)
        ? type.Split(';')[0]
        : type;

    private static byte[] Bytes(Part part) => part.Headers["Content-Transfer-Encoding"] == "base64"
        ? Convert.FromBase64String(part.Body)
        : Printable(part.Body);

    private static byte[] Printable(string body)
    {
        var text = body.Replace("=\r\n", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            i += 2;
        }

        return [.. bytes];
    }

    private static string Decode(string header) => Word().Replace(
        header.Replace("?= =?", "?==?", StringComparison.Ordinal), word =>
            Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    private static string FileName(string disposition) => Name().Match(disposition) is { Success: true } plain
        ? plain.Groups[1].Value
        : Uri.UnescapeDataString(disposition[(disposition.IndexOf("''", StringComparison.Ordinal) + 2)..]);

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex("filename=\"([^\"]+)\"")]
    private static partial Regex Name();
}
