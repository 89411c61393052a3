using System.Security.Cryptography;
using System.Text.Json;
using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.ManagingARegistration;
using EventOps.Registration.Planning;
using EventOps.Registration.SigningUp;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.Api;

/// <summary>Signs up by JSON; the twin of the form, under the same rules.</summary>
public static class SignUpByApi
{
    private const int LongestKey = 255;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("events/{slug}/registrations", Handle).AllowAnonymous().WithMetadata(SignUpForPlace.PerAddress)
        .Accepts<SignUpBody>("application/json").Produces<SignedUpAnswer>(StatusCodes.Status201Created).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    public static async Task<IResult> Handle(
        string slug, HttpContext http, IEventStore store, EventLookup events, RegistrationRecords records,
        PublicUrl url, TimeProvider clock, CancellationToken ct)
    {
        if (await events.Find(slug, ct) is not { } found) return Problems.Of(new EventNotFound());
        var now = clock.GetUtcNow();
        if (SaleWindow.Check(found.Event, now) is { } closed) return Problems.Of(closed, found.Event.Times.TimeZone);
        if (await Json.Body(http, ApiJson.Default.SignUpBody, ct) is not { } body) return Problems.NotJson();
        if (!Guid.TryParse(body.TicketType, out var typeId) || found.Event.TicketType(typeId) is not { } type)
            return Problems.Of(new TicketTypeNotFound());
        var errors = new FormErrors();
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey) errors.Add("Idempotency-Key", Shape.Sentence("shape.long", LongestKey));
        var request = ApiSignUp.Read(body, type.Id, found.Event, errors);
        if (errors.Any) return Problems.Of(errors);

        var once = key.Length == 0 ? null : IdempotencyKey.Of(key, "public", "api/sign-up/" + found.Id, Fingerprint(key, body));
        var (work, id, _) = SignUpWork.Of(found, type, request, once, now);
        var outcome = await store.Handle(work, ct);
        if (outcome.Refusal is { } refusal) return Problems.Of(refusal, found.Event.Times.TimeZone);
        return await Answer(outcome.Kept?.Ids[0] ?? id, records, url, ct);
    }

    private static async Task<IResult> Answer(Guid id, RegistrationRecords records, PublicUrl url, CancellationToken ct)
    {
        var record = await records.Of(id, ct)
            ?? throw new InvalidOperationException("A registration that was just stored is gone.");
        var pdf = url.Link($"{record.Path}/tickets.pdf");
        return Results.Created(record.Path, new SignedUpAnswer(
            id, record.Confirmed ? "confirmed" : record.Holders.Count > 0 ? "pending" : "ended", url.Link(record.Path),
            [.. record.Holders.Select(holder => new SignedUpAnswer.Ticket(holder.AttendeeId, holder.Code, pdf))]));
    }

    private static byte[] Fingerprint(string key, SignUpBody body) => HMACSHA256.HashData(
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)),
        JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Default.SignUpBody));
}
