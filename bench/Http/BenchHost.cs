using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EventOps.Bench.Measuring;
using EventOps.Support;

namespace EventOps.Bench.Http;

/// <summary>The real host on a database of its own, with an organiser's token.</summary>
public sealed class BenchHost : IAsyncDisposable
{
    private readonly HostProcess _process;
    private readonly HttpClient _http;

    private BenchHost(BenchDatabase database, HostProcess process)
    {
        (Database, _process, Token) = (database, process, process.Demo("organiserToken"));
        _http = new() { BaseAddress = process.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    /// <summary>Opens the JSON API for an organiser.</summary>
    public string Token { get; }

    public BenchDatabase Database { get; }

    public Uri Address => _process.Address;

    public HostProcess Process => _process;

    /// <summary>Starts the release build.</summary>
    public static async Task<BenchHost> Start(Setting setting)
    {
        var database = await BenchDatabase.Create(setting.Server);
        return new(database, await HostProcess.Start(
            database.ConnectionString, HostProcess.NewKey(), program: Program(), arguments: "--demo"));
    }

    /// <summary>Plans and publishes an event whose attendees need not confirm their address.</summary>
    /// <returns>The id of its one ticket type.</returns>
    public async Task<string> PlanEvent(string slug, int capacity)
    {
        var answer = await _http.PostAsJsonAsync("/api/v1/events", new
        {
            slug,
            name = new { de = "Messung", en = "Measurement" },
            startsAt = DateTimeOffset.UtcNow.AddDays(30),
            endsAt = DateTimeOffset.UtcNow.AddDays(31),
            timeZone = "Europe/Berlin",
            place = "Rathaus",
            confirmEmail = false,
            publish = true,
            ticketTypes = new[] { new { name = new { de = "Gäste", en = "Guests" }, capacity } },
        });
        if (!answer.IsSuccessStatusCode)
            throw new CannotMeasure($"No event: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("ticketTypes")[0].GetProperty("id").GetString()!;
    }

    /// <summary>A JSON request as it goes over the wire.</summary>
    public byte[] Post(string path, string json, string headers = "") => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: {Address.Authority}\r\n{headers}Content-Type: application/json\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static string Program()
    {
        string[] places = ["artifacts/run/EventOps.Host.dll", "artifacts/bin/EventOps.Host/release/EventOps.Host.dll"];
        return places.Select(place => Path.Combine(TestPostgres.RepositoryRoot(), place)).Where(File.Exists)
            .MaxBy(File.GetLastWriteTimeUtc)
            ?? throw new CannotMeasure("Build the host first: dotnet build src/Host -c Release.");
    }
}
