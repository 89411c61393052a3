using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EventOps.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.CheckingIn;

public class ScanRequestTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Theory]
    [InlineData("nonsense", "not-json")]
    [InlineData("[]", "not-json")]
    [InlineData("""{"code":5}""", "not-json")]
    [InlineData("""{"code":"A","at":"tomorrow"}""", "not-json")]
    [InlineData("{}", "code-missing")]
    [InlineData("""{"code":"  "}""", "code-missing")]
    [InlineData("""{"code":"A","type":"both"}""", "type-unknown")]
    [InlineData("""{"code":"A","list":"Mittag essen"}""", "list-invalid")]
    [InlineData("""{"code":"A","gate":"Nord\u0007"}""", "gate-invalid")]
    [InlineData("""{"code":"A","at":"1970-01-01T00:00:00Z"}""", "at-invalid")]
    public async Task What_cannot_be_read_is_told_with_a_stable_code(string body, string code)
    {
        var planned = await PlannedEvent.In(host);
        using var gate = new Gate(host, planned);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await gate.Http.PostAsync($"/api/v1/events/{planned.Slug}/scans", content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(
            0L, await host.Database.Read<long>($"select count(*) from registration.scans where event_id = '{planned.Id}'"));
    }

    [Fact]
    public async Task Somebody_else_s_event_does_not_exist()
    {
        var (planned, other) = (await PlannedEvent.In(host), await PlannedEvent.In(host));
        using var gate = new Gate(host, planned);
        using var stranger = host.As(TestCaller.Organiser(Guid.NewGuid()));
        using var nobody = host.As();

        foreach (var slug in new[] { other.Slug, "no-such-event" })
            Assert.Equal(HttpStatusCode.NotFound, (await gate.Post(new { code = "A" }, slug)).StatusCode);
        var url = $"/api/v1/events/{planned.Slug}/scans";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.PostAsJsonAsync(url, new { code = "A" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Http.PostAsJsonAsync(url, new { code = "A" })).StatusCode);
    }

    [Fact]
    public async Task A_claimed_time_is_kept_beside_the_time_of_arrival_and_never_lies_ahead()
    {
        var planned = await PlannedEvent.In(host);
        using var gate = new Gate(host, planned);
        var ((_, early), (_, late)) = (await gate.Ticket(), await gate.Ticket());

        await gate.Scan(early, more: new { at = host.Clock.Now.AddMinutes(-7) });
        await gate.Scan(late, more: new { at = host.Clock.Now.AddMinutes(7) });

        Assert.Equal(2L, await host.Database.Read<long>($"""
            select count(distinct at) from registration.scans where event_id = '{planned.Id}' and received_at = '{host.Clock.Now:O}'
            and at in ('{host.Clock.Now.AddMinutes(-7):O}', '{host.Clock.Now:O}')
            """));
    }

    [Fact]
    public async Task The_gate_is_the_device_s_unless_the_request_names_one()
    {
        var planned = await PlannedEvent.In(host);
        using var gate = new Gate(host, planned, "Süd");

        foreach (var (named, counted) in new[] { (null, "Süd"), ("nord", "Nord"), ("Hinterhof", "Hinterhof") })
        {
            var (_, code) = await gate.Ticket();
            Assert.Equal(counted, (await gate.Scan(code, more: new { gate = named })).FirstGate);
        }
    }

    [Fact]
    public async Task A_scan_leaves_ids_behind_and_no_person()
    {
        var planned = await PlannedEvent.In(host);
        using var gate = new Gate(host, planned);
        var (id, code) = await gate.Ticket("Walburga", "Zuckschwerdt");
        await gate.Scan(code);

        Assert.Equal(0L, await host.Database.Read<long>("""
            select (select count(*) from registration.scans s where s::text ilike '%zuckschwerdt%')
              + (select count(*) from eventops.mt_events e where e::text ilike '%zuckschwerdt%')
            """));
        Assert.NotNull(await host.Database.Read<string>(
            $"select headers ->> 'device' from eventops.mt_events where stream_id = 'attendee-{id}' and version = 2"));
    }

    [Fact]
    public void Scanners_reach_the_gate_and_nothing_else()
    {
        var reached = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.OfType<IAuthorizeData>().Any(data => data.Policy == Policies.Scanner))
            .Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Equal(
            [
                "/api/v1/events/{slug}/scans", "/events/{slug}/arrivals/stream", "/events/{slug}/scan",
                "/events/{slug}/scan/names", "/events/{slug}/scans",
            ],
            reached.Order(StringComparer.Ordinal));
    }
}
