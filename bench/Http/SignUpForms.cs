using System.Globalization;
using System.Net;
using System.Text;
using EventOps.Bench.Measuring;

namespace EventOps.Bench.Http;

/// <summary>Visitors who have each opened the sign-up form and filled it in: what is left is to send it.</summary>
public sealed class SignUpForms
{
    private readonly byte[][] _posts;

    private SignUpForms(byte[][] posts) => _posts = posts;

    public int Count => _posts.Length;

    public byte[] Post(int number) => _posts[number];

    /// <summary>Fetches the form once for each visitor, through the trusted proxy, each from an address of their own.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="slug">The event.</param>
    /// <param name="type">The ticket type that all want.</param>
    /// <param name="first">Number of the first visitor; no two visitors share one.</param>
    /// <param name="count">How many visitors.</param>
    public static SignUpForms Fetch(Uri host, string slug, string type, int first, int count)
    {
        var path = $"/events/{slug}/sign-up";
        var posts = new byte[count][];
        Burst.Run(host, 16, count,
            number => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host.Authority}\r\n{Proxy(first + number)}\r\n"),
            (number, form) => posts[number] = Filled(host, path, type, first + number, form));
        return new(posts);
    }

    private static byte[] Filled(Uri host, string path, string type, int visitor, Answer form)
    {
        var cookie = form.Between("Set-Cookie: "u8, ";"u8);
        var token = form.Between("name=\"__RequestVerificationToken\" value=\""u8, "\""u8);
        var key = form.Between("name=\"key\" value=\""u8, "\""u8);
        if (form.Status != 200 || cookie is null || token is null || key is null)
            throw new CannotMeasure($"No sign-up form: {form.Text[..Math.Min(form.Text.Length, 500)]}");
        var number = visitor.ToString(CultureInfo.InvariantCulture);
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token),
            ["key"] = WebUtility.HtmlDecode(key),
            ["website"] = "",
            ["people"] = "1",
            ["type"] = type,
            ["givenName-1"] = "Mara",
            ["familyName-1"] = $"Muster {number}",
            ["email-1"] = $"mara.{number}@bench.example",
            ["organisation-1"] = "Stadt Musterhausen",
        };
        var body = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        return Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {host.Authority}\r\n{Proxy(visitor)}Cookie: {cookie}\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    /// <summary>10.0.0.0/8 has an address for each of 16 million visitors.</summary>
    private static string Proxy(int visitor) =>
        $"X-Forwarded-For: 10.{(visitor >> 16) & 255}.{(visitor >> 8) & 255}.{visitor & 255}\r\n";
}
