using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace EventOps.Ui;

/// <summary>
/// All style files in layer order as one, so that a page on a slow phone waits for one answer and not for forty.
/// </summary>
public static class StyleSheet
{
    private static readonly string[] s_files =
    [
        "tokens", "fonts", "reset", "base",
        "icon", "lanyard", "masthead", "footer", "page-head", "button", "tone", "badge", "card", "panel", "facts",
        "field", "choice", "form", "notice", "status", "undo", "empty", "more", "table", "toolbar", "figures", "chart",
        "tiny-badges", "qr", "contrast",
        "page-event", "page-ticket", "page-attendees", "page-setup", "page-door", "page-scan", "page-badges-sheet",
        "page-board", "page-moderation", "page-screen", "page-schedule", "page-survey", "page-promises", "page-poll", "page-plan",
        "page-people", "page-lost",
    ];

    private static readonly byte[] s_plain = Encoding.UTF8.GetBytes(string.Concat(s_files.Select(Read)));
    private static readonly byte[] s_brotli = Compress(s_plain);

    /// <summary>The address for the link element; it changes with the content and may be kept for a year.</summary>
    public static string Url { get; } = $"/ui/css/eventops.css?v={Convert.ToHexStringLower(SHA256.HashData(s_plain))[..12]}";

    /// <summary>The files in this order.</summary>
    public static IReadOnlyList<string> Files => s_files;

    internal static IResult Serve(HttpRequest request, HttpResponse response)
    {
        var brotli = request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase);
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = "Accept-Encoding";
        if (brotli) response.Headers.ContentEncoding = "br";
        return Results.Bytes(brotli ? s_brotli : s_plain, "text/css; charset=utf-8");
    }

    private static string Read(string file)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream($"css/{file}.css")
            ?? throw new InvalidOperationException($"The style file {file}.css is not embedded.");
        return new StreamReader(stream).ReadToEnd();
    }

    private static byte[] Compress(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal)) brotli.Write(plain);
        return packed.ToArray();
    }
}
