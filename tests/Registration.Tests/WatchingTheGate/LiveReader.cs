using System.Globalization;
using System.Text.Json;

namespace EventOps.Registration.Tests.WatchingTheGate;

/// <summary>Reads a live stream message by message, as a browser does.</summary>
public sealed class LiveReader : IDisposable
{
    private readonly StreamReader _lines;
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));

    private LiveReader(Stream stream) => _lines = new(stream);

    public static async Task<LiveReader> Open(HttpClient http, string slug, long? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/events/{slug}/arrivals/stream");
        if (lastId is { } id) request.Headers.Add("Last-Event-ID", id.ToString(CultureInfo.InvariantCulture));
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new(await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>How many are present by the next message with figures, and its id.</summary>
    public async Task<(int Present, long Id)> Next()
    {
        while (true)
        {
            var (id, name, data) = await Message();
            if (name == "arrivals") return (JsonDocument.Parse(data).RootElement.GetProperty("present").GetInt32(), id);
        }
    }

    public async Task<(long Id, string Event, string Data)> Message()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await _lines.ReadLineAsync(_patience.Token) is { } line)
        {
            if (line.Length == 0 && fields.TryGetValue("event", out var name))
                return (long.Parse(fields["id"], CultureInfo.InvariantCulture), name, fields["data"]);
            if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) fields[line[..colon]] = line[(colon + 2)..];
        }

        throw new EndOfStreamException("The stream ended.");
    }

    public void Dispose()
    {
        _lines.Dispose();
        _patience.Dispose();
    }
}
