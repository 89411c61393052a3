using System.Diagnostics;
using System.Globalization;

namespace EventOps.Drills;

/// <summary>People who watch a board's events at several hosts; each only counts whether it has seen all of them.</summary>
internal sealed class BoardViewers : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly List<Task> _watching = [];
    private readonly long[] _last;

    private BoardViewers(int count) => _last = new long[count];

    public static BoardViewers Of(IReadOnlyList<Uri> hosts, string slug, int count)
    {
        var viewers = new BoardViewers(count);
        for (var number = 0; number < count; number++)
            viewers._watching.Add(
                viewers.Watch(number, new Uri(hosts[number % hosts.Count], $"/api/v1/events/{slug}/board/stream?after=0")));
        return viewers;
    }

    /// <summary>How long it takes until all have that event; null if one has not by then.</summary>
    public async Task<TimeSpan?> Until(long version, TimeSpan atMost)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < atMost)
        {
            if (_last.All(last => last >= version)) return since.Elapsed;
            await Task.Delay(5);
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_watching);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task Watch(int number, Uri stream)
    {
        try
        {
            using var answer = await _http.GetAsync(stream, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
            answer.EnsureSuccessStatusCode();
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(_stop.Token));
            while (await lines.ReadLineAsync(_stop.Token) is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal))
                    Volatile.Write(ref _last[number], long.Parse(line.AsSpan(4), CultureInfo.InvariantCulture));
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The drill is over.
        }
    }
}
