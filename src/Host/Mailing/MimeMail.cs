using System.Globalization;
using System.Text;
using EventOps.Messaging;

namespace EventOps.Host.Mailing;

/// <summary>Writes a mail as it travels and as it lies in a file: text and HTML as alternatives, then what is attached.</summary>
public static class MimeMail
{
    /// <summary>The whole message, lines ended by CR LF.</summary>
    public static string Write(OutgoingMail mail, MailSettings settings, DateTimeOffset now)
    {
        var output = new StringBuilder();
        var domain = MailAddresses.Ascii(settings.From)[(settings.From.LastIndexOf('@') + 1)..];
        var name = MimeText.Header(settings.FromName);
        Line(output, $"Date: {now.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)}");
        Line(output, $"From: {(name.StartsWith("=?", StringComparison.Ordinal) ? name : Quote(name))} " +
            $"<{MailAddresses.Ascii(settings.From)}>");
        Line(output, $"To: {MailAddresses.Ascii(mail.To)}");
        Line(output, $"Subject: {MimeText.Header(mail.Subject)}");
        Line(output, $"Message-ID: <{mail.MailId:D}@{domain}>");
        Line(output, "Auto-Submitted: auto-generated");
        Line(output, "X-Auto-Response-Suppress: All");
        Line(output, "MIME-Version: 1.0");
        var (outer, inner) = ($"outer-{mail.MailId:N}", $"inner-{mail.MailId:N}");
        Line(output, $"Content-Type: multipart/mixed; boundary=\"{outer}\"");
        Line(output, $"\r\n--{outer}\r\nContent-Type: multipart/alternative; boundary=\"{inner}\"");
        Text(output, inner, "text/plain", mail.TextBody);
        Text(output, inner, "text/html", mail.HtmlBody);
        Line(output, $"\r\n--{inner}--");
        foreach (var attachment in mail.Attachments) File(output, outer, attachment);
        Line(output, $"\r\n--{outer}--");
        return output.ToString();
    }

    private static void Text(StringBuilder output, string boundary, string type, string text)
    {
        Line(output, $"\r\n--{boundary}\r\nContent-Type: {type}; charset=utf-8");
        Line(output, "Content-Transfer-Encoding: quoted-printable\r\n");
        output.Append(MimeText.QuotedPrintable(text)); // the line end before a boundary belongs to the boundary
    }

    private static void File(StringBuilder output, string boundary, MailAttachment file)
    {
        var type = System.Net.Mime.MediaTypeNames.Application.Octet;
        if (System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(file.ContentType, out var known)) type = known.ToString();
        Line(output, $"\r\n--{boundary}\r\nContent-Type: {type}\r\nContent-Transfer-Encoding: base64");
        Line(output, $"Content-Disposition: attachment; {MimeText.Parameter("filename", file.FileName)}\r\n");
        foreach (var line in Convert.ToBase64String(file.Content).Chunk(76)) Line(output, new string(line));
    }

    private static string Quote(string name) =>
        $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static void Line(StringBuilder output, string text) => output.Append(text).Append("\r\n");
}
