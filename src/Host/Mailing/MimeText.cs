using System.Globalization;
using System.Text;

namespace EventOps.Host.Mailing;

/// <summary>Writes text into mail headers and bodies, so that whatever a person typed stays text.</summary>
public static class MimeText
{
    private const int LineLength = 76;

    /// <summary>A header's value: one line whatever it holds, umlauts as encoded words (RFC 2047).</summary>
    public static string Header(string value)
    {
        var line = string.Concat(value.Select(
            letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)).Trim();
        if (line.All(letter => letter is >= ' ' and <= '~') && line.Length <= LineLength
            && !line.Contains("=?", StringComparison.Ordinal)) return line;
        return string.Join("\r\n ", Chunks(line, 45).Select(bytes => $"=?utf-8?B?{Convert.ToBase64String(bytes)}?="));
    }

    /// <summary>A parameter such as a file name (RFC 2231).</summary>
    public static string Parameter(string name, string value)
    {
        var plain = value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
        return plain ? $"{name}=\"{value}\"" : $"{name}*=utf-8''{Uri.EscapeDataString(value)}";
    }

    /// <summary>
    /// Quoted-printable: readable in the file, never longer than 76 letters a line, dots and line ends safe on the way.
    /// </summary>
    public static string QuotedPrintable(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line =>
        {
            var output = new StringBuilder(line.Length);
            Line(line, output);
            return output.ToString();
        });
        return string.Join("\r\n", lines);
    }

    private static void Line(string line, StringBuilder output)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var plain = bytes[i] is >= 32 and <= 126 and not (byte)'=' && !(bytes[i] == ' ' && i == bytes.Length - 1);
            var piece = plain ? ((char)bytes[i]).ToString() : "=" + bytes[i].ToString("X2", CultureInfo.InvariantCulture);
            if (length + piece.Length > LineLength - 1)
            {
                output.Append("=\r\n");
                length = 0;
            }

            output.Append(piece);
            length += piece.Length;
        }
    }

    /// <summary>Cuts between letters, never inside one.</summary>
    private static IEnumerable<byte[]> Chunks(string line, int size)
    {
        var chunk = new List<byte>();
        foreach (var letter in line.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(letter.ToString());
            if (chunk.Count + bytes.Length > size)
            {
                yield return [.. chunk];
                chunk.Clear();
            }

            chunk.AddRange(bytes);
        }

        if (chunk.Count > 0) yield return [.. chunk];
    }
}
