using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EventOps.Registration.Pools;

namespace EventOps.Registration.Tests.Api;

/// <summary>The JSON twins of sign-up and planning.</summary>
public sealed class ApiTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task A_sign_up_is_answered_with_tickets_and_the_same_key_with_the_same_body()
    {
        var planned = await PlannedEvent.In(host);
        var first = await SignUp(planned, "key-1");
        var again = await SignUp(planned, "key-1");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var body = await first.Content.ReadAsStringAsync();
        Assert.Equal(body, await again.Content.ReadAsStringAsync());
        using var json = JsonDocument.Parse(body);
        Assert.Equal("confirmed", json.RootElement.GetProperty("status").GetString());
        var ticket = Assert.Single(json.RootElement.GetProperty("tickets").EnumerateArray());
        Assert.Equal(173, ticket.GetProperty("code").GetString()!.Length);
        Assert.StartsWith("http", json.RootElement.GetProperty("manageUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal(99, await Left(planned));
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        var planned = await PlannedEvent.In(host);
        await SignUp(planned, "key-2");
        var other = await SignUp(planned, "key-2", given: "Emre");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("key-reused", await Code(other));
    }

    [Theory]
    [InlineData("{", 422, "not-json")]
    [InlineData("{}", 404, "ticket-type-not-found")]
    [InlineData("""{"ticketType":"nothing","attendees":[]}""", 404, "ticket-type-not-found")]
    [InlineData("""{"ticketType":"$TYPE","attendees":[]}""", 422, "invalid")]
    [InlineData("""{"ticketType":"$TYPE","attendees":[{"givenName":"A","familyName":"B","email":"no"}]}""", 422, "invalid")]
    [InlineData("""{"ticketType":"$TYPE","attendees":[{"givenName":"\u0000","familyName":"B","email":"a@b.example"}]}""", 422, "invalid")]
    public async Task Bad_bodies_get_a_problem_with_a_stable_code(string body, int status, string code)
    {
        var planned = await PlannedEvent.In(host);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var content = new StringContent(
            body.Replace("$TYPE", planned.Type.Id.ToString(), StringComparison.Ordinal), Encoding.UTF8, "application/json");
        var answer = await http.PostAsync($"/api/v1/events/{planned.Slug}/registrations", content);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, await Code(answer));
    }

    [Fact]
    public async Task Sold_out_is_a_409_with_its_code()
    {
        var planned = await PlannedEvent.In(host, capacity: 0);
        var answer = await SignUp(planned, null);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("sold-out", await Code(answer));
    }

    [Fact]
    public async Task An_organiser_plans_and_publishes_a_whole_event()
    {
        using var http = host.As(TestCaller.Organiser(RegistrationHost.City)).Http;
        var slug = "api-" + Guid.NewGuid().ToString("N")[..8];
        var answer = await http.PostAsJsonAsync("/api/v1/events", NewEvent(slug));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        using var json = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/events/{slug}"));
        var types = json.RootElement.GetProperty("ticketTypes").EnumerateArray().ToList();
        Assert.Equal(
            [(100, 100), (5, 5)], types.Select(t => (t.GetProperty("capacity").GetInt32(), t.GetProperty("left").GetInt32())));
        var taken = await http.PostAsJsonAsync("/api/v1/events", NewEvent(slug));
        Assert.Equal("slug-taken", await Code(taken));
    }

    [Fact]
    public async Task Nobody_else_plans_events()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var answer = await http.PostAsJsonAsync("/api/v1/events", NewEvent("not-mine"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static object NewEvent(string slug) => new
    {
        slug,
        name = new { de = "Tag", en = "Day" },
        startsAt = "2026-12-14T08:00:00Z",
        endsAt = "2026-12-14T16:00:00Z",
        timeZone = "Europe/Berlin",
        place = "Rathaus",
        confirmEmail = false,
        publish = true,
        ticketTypes = new[] { new { name = new { de = "Gast", en = "Guest" }, capacity = 100 }, new { name = new { de = "Presse", en = "Press" }, capacity = 5 } },
    };

    private async Task<HttpResponseMessage> SignUp(PlannedEvent planned, string? key, string given = "Aylin")
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/events/{planned.Slug}/registrations");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(new
        {
            ticketType = planned.Type.Id,
            language = "de",
            attendees = new[] { new { givenName = given, familyName = "Maier", email = "a@b.example", organisation = "", answers = new { } } },
        });
        return await http.SendAsync(request);
    }

    private async Task<int> Left(PlannedEvent planned)
    {
        var (pool, _) = await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider);
        return pool.Left;
    }

    private static async Task<string?> Code(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("code").GetString();
    }
}
