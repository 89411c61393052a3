using System.Text.Json;
using EventOps.Barcamp.Entering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Starring;

/// <summary>What makes the board an app that opens without network: its service worker, below the event it watches over, and its manifest.</summary>
public static class OfflineFiles
{
    private static readonly byte[] s_worker = Read();

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet(
            "board-worker.js",
            (AtBarcamp at, HttpContext http) => Kept(http, Results.Bytes(s_worker, "text/javascript; charset=utf-8")));
        open.MapGet(
            "board/manifest.webmanifest",
            (AtBarcamp at, HttpContext http) => Kept(http, Results.Text(Manifest(at), "application/manifest+json")));
    }

    private static IResult Kept(HttpContext http, IResult file)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return file;
    }

    private static string Manifest(AtBarcamp at)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("name", at.Title);
            json.WriteString("short_name", at.Title.Length > 12 ? at.Title[..12] : at.Title);
            json.WriteString("start_url", at.Board);
            json.WriteString("scope", $"{at.Url}/");
            json.WriteString("display", "minimal-ui");
            json.WriteStartArray("icons");
            json.WriteStartObject();
            json.WriteString("src", "/ui/favicon.svg");
            json.WriteString("sizes", "any");
            json.WriteString("type", "image/svg+xml");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static byte[] Read()
    {
        using var stream = typeof(OfflineFiles).Assembly.GetManifestResourceStream("board-worker.js")
            ?? throw new InvalidOperationException("The board's service worker is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
