using System.Buffers.Text;
using System.Text;

namespace EventOps.Bench.Http;

/// <summary>One HTTP answer as it came over the wire; valid until the next one on its connection.</summary>
public readonly record struct Answer(int Status, ReadOnlyMemory<byte> Bytes)
{
    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>The answer once it is complete, else null.</summary>
    public static Answer? Whole(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var head = span.IndexOf(HeadEnd);
        if (head < 0 || !Utf8Parser.TryParse(span["HTTP/1.1 ".Length..], out int status, out _)) return null;
        var body = span[(head + HeadEnd.Length)..];
        var length = span[..head].IndexOf("Content-Length: "u8);
        var whole = length >= 0 && Utf8Parser.TryParse(span[(length + "Content-Length: ".Length)..], out int expected, out _)
            ? body.Length >= expected
            : status is 204 or 304 || body.EndsWith("0\r\n\r\n"u8);
        return whole ? new(status, bytes) : null;
    }

    /// <summary>What stands between two marks.</summary>
    public string? Between(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var span = Bytes.Span;
        var start = span.IndexOf(before);
        if (start < 0) return null;
        var rest = span[(start + before.Length)..];
        var end = rest.IndexOf(after);
        return end < 0 ? null : Encoding.UTF8.GetString(rest[..end]);
    }
}
