using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EventOps.Registration.Events;
using EventOps.Registration.Ticketing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.CheckingIn;

/// <summary>A device at a gate of an event, over the JSON API.</summary>
public sealed class Gate(RegistrationHost host, PlannedEvent at, string name = "Nord", string language = "de") : IDisposable
{
    private readonly Browser _device = host.As(TestCaller.Scanner(RegistrationHost.City, at.Id, name), language);

    public HttpClient Http => _device.Http;

    /// <summary>Scans and returns the answer; anything but 200 fails.</summary>
    public async Task<Answer> Scan(string code, string? type = null, object? more = null)
    {
        var body = new Dictionary<string, object?> { ["code"] = code, ["type"] = type, ["nonce"] = Guid.NewGuid() };
        foreach (var property in more?.GetType().GetProperties() ?? [])
            body[property.Name] = property.GetValue(more);
        var answer = await Post(body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public Task<HttpResponseMessage> Post(object body, string? slug = null) =>
        Http.PostAsJsonAsync($"/api/v1/events/{slug ?? at.Slug}/scans", body);

    /// <summary>The QR text of a ticket, as the product signs it.</summary>
    public static async Task<string> CodeOf(RegistrationHost host, PlannedEvent planned, Guid attendee)
    {
        var (e, _) = await host.Store.Load(Event.Stream(planned.Id), Event.Decider);
        var codes = await host.Services.GetRequiredService<TicketCodes>().Of(planned.Id, e, [new(attendee, 1)], default);
        return codes[attendee];
    }

    /// <summary>A ticket of somebody who signed up.</summary>
    public async Task<(Guid Id, string Code)> Ticket(
        string given = "Paulina", string family = "Oberhuber", DateTimeOffset? confirmBy = null)
    {
        var id = await at.SignUp(host, given, family, confirmBy: confirmBy);
        return (id, await CodeOf(host, at, id));
    }

    public void Dispose() => _device.Dispose();
}

/// <summary>A verdict as a program reads it.</summary>
public sealed record Answer(JsonElement Json)
{
    public string Result => Json.GetProperty("result").GetString()!;

    public string? Reason => Json.GetProperty("reason").GetString();

    public string? FirstGate => Part("firstScan")?.GetProperty("gate").GetString();

    public string? Holder => Part("holder") is { } holder
        ? $"{holder.GetProperty("givenName")} {holder.GetProperty("familyName")}, {holder.GetProperty("organisation")}"
        : null;

    public string? Type => Part("ticketType")?.GetProperty("name").GetString();

    private JsonElement? Part(string name) =>
        Json.GetProperty(name) is { ValueKind: JsonValueKind.Object } part ? part : null;
}
