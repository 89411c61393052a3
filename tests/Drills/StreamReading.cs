using System.Globalization;
using EventOps.Support;
using Npgsql;

namespace EventOps.Drills;

/// <summary>One reader of an event stream, as a browser's EventSource is: comes back by itself and says what it saw last.</summary>
internal sealed class StreamReading(int number, CuttableProxy[] cables, string path, long start, string? bug) : IDisposable
{
    private readonly long _from = start;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<long> _ids = [];
    private readonly Random _random = new(number);

    public int Number => number;

    public IReadOnlyList<long> Ids => _ids;

    public long Last { get; private set; } = -1;

    /// <summary>How often it was connected.</summary>
    public int Connections { get; private set; }

    /// <summary>How often events had come while it was away.</summary>
    public int Resumed { get; private set; }

    /// <summary>The cable that it hangs on now.</summary>
    public int At { get; private set; }

    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    public async Task Run()
    {
        Last = _from;
        while (!_stop.IsCancellationRequested)
        {
            At = _random.Next(cables.Length);
            try
            {
                await Read(new NpgsqlConnectionStringBuilder(cables[At].ConnectionString).Port);
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException)
            {
                await Task.Delay(_random.Next(1, 20));
            }
        }
    }

    private async Task Read(int port)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{path}");
        var seen = bug == SseResume.RepeatLast ? Math.Max(_from, Last - 1) : Last;
        if (bug != SseResume.ForgetLastId || Connections == 0)
            request.Headers.Add("Last-Event-ID", seen.ToString(CultureInfo.InvariantCulture));
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
        answer.EnsureSuccessStatusCode();
        Connections++;
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(_stop.Token));
        var (first, id) = (true, 0L);
        while (await lines.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = long.Parse(line[4..], CultureInfo.InvariantCulture);
            if (line.Length > 0 || id == 0) continue;
            // Only a whole message counts, as in a browser.
            _ids.Add(id);
            Last = Math.Max(Last, id);
            if (first && Connections > 1) Resumed++;
            (first, id) = (false, 0);
        }
    }
}
