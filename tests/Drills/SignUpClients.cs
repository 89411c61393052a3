using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>People who sign up by the JSON API at either host, and send again under the same key until they know.</summary>
internal sealed class SignUpClients(TwoHosts hosts, History history, string? plantedBug) : IDisposable
{
    private const int MostTries = 200;
    private static readonly TimeSpan s_again = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConcurrentQueue<Attempt> _attempts = new();

    /// <summary>One request to one host; without an answer it counts as an error of that host.</summary>
    public sealed record Attempt(int Host, DateTimeOffset At, TimeSpan Took, bool Failed);

    public IReadOnlyCollection<Attempt> Attempts => _attempts;

    /// <summary>Signs one person up; some hang up and send again, some send again although they know.</summary>
    public async Task SignUp(DrillEvent place, int client, string person, bool mayHangUp, Random random)
    {
        var type = place.TicketTypes[random.Next(place.TicketTypes.Count)];
        var host = random.Next(2);
        if (mayHangUp && random.Next(20) == 0)
        {
            history.Fault($"{person} hangs up");
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(1, 20)));
            await Send(place, client, person, type, host, patience.Token, counts: false);
        }

        for (var attempt = 0; attempt < MostTries; attempt++, host = 1 - host)
        {
            var op = await Send(place, client, person, type, host, CancellationToken.None);
            if (op.Result is Result.Info)
            {
                await Task.Delay(s_again);
                continue;
            }

            if (op.Result is Result.Ok && random.Next(5) == 0)
                await Send(place, client, person, type, 1 - host, CancellationToken.None);
            return;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Op> Send(
        DrillEvent place, int client, string person, Guid type, int host, CancellationToken ct, bool counts = true)
    {
        var op = await history.Record(client, $"sign-up {place.Slug}", person, async () =>
        {
            var request = Request(place, person, type, host);
            if (plantedBug == PlantedBugs.AckBeforeCommit)
            {
                _ = Forget(request);
                return (Result.Ok, null);
            }

            using var answer = await _http.SendAsync(request, ct);
            return Read((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
        });
        if (counts) _attempts.Enqueue(new(host, op.Invoked, op.Completed - op.Invoked, op.Result is Result.Info));
        return op;
    }

    private HttpRequestMessage Request(DrillEvent place, string person, Guid type, int host)
    {
        var desk = new Uri(hosts.Address(host), $"/api/v1/events/{place.Slug}/registrations");
        var request = new HttpRequestMessage(HttpMethod.Post, desk);
        request.Headers.Add("Idempotency-Key", person);
        request.Content = JsonContent.Create(new
        {
            ticketType = type,
            language = "de",
            attendees = new[] { new { givenName = "Mara", familyName = "Muster", email = person, organisation = "Stadt" } },
        });
        return request;
    }

    private async Task Forget(HttpRequestMessage request)
    {
        try
        {
            (await _http.SendAsync(request)).Dispose();
        }
        catch (HttpRequestException)
        {
            // Nobody waits for the answer.
        }
    }

    private static (Result, string?) Read(int status, string body)
    {
        if (status == 201) return (Result.Ok, body);
        if (status is not (409 or 422)) return (Result.Info, $"{status}");
        using var problem = JsonDocument.Parse(body);
        var code = problem.RootElement.GetProperty("code").GetString();
        return code == "sold-out" ? (Result.Fail, code) : (Result.Info, code);
    }
}
