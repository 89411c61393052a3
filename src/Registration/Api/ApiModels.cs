using System.Text.Json;
using System.Text.Json.Serialization;
using EventOps.Contracts;

namespace EventOps.Registration.Api;

/// <summary>What programs send and get; every page has its twin here.</summary>
public sealed record SignUpBody(string? TicketType, string? Language, IReadOnlyList<SignUpBody.Attendee>? Attendees)
{
    /// <summary>One person. <paramref name="Answers"/>: question id to a text or a list of texts.</summary>
    public sealed record Attendee(
        string? GivenName, string? FamilyName, string? Email, string? Organisation,
        IReadOnlyDictionary<string, JsonElement>? Answers);
}

/// <summary>The answer to a sign-up. <paramref name="Status"/>: confirmed, pending until the address is confirmed, or ended.</summary>
public sealed record SignedUpAnswer(Guid Id, string Status, string ManageUrl, IReadOnlyList<SignedUpAnswer.Ticket> Tickets)
{
    /// <summary>One ticket. <paramref name="Code"/>: the QR text, empty while the address is not confirmed.</summary>
    public sealed record Ticket(Guid Id, string Code, string PdfUrl);
}

/// <summary>A whole new event.</summary>
public sealed record NewEventBody(
    string? Slug, LocalizedText? Name, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string? TimeZone, string? Place,
    bool ConfirmEmail, bool Publish, IReadOnlyList<NewEventBody.NewType>? TicketTypes)
{
    public sealed record NewType(LocalizedText? Name, int Capacity);
}

/// <summary>What the public may know of an event.</summary>
public sealed record EventAnswer(
    string Slug, LocalizedText Name, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string TimeZone, string Place,
    bool Published, IReadOnlyList<EventAnswer.Type> TicketTypes)
{
    public sealed record Type(Guid Id, LocalizedText Name, int Capacity, int Left);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SignUpBody))]
[JsonSerializable(typeof(SignedUpAnswer))]
[JsonSerializable(typeof(NewEventBody))]
[JsonSerializable(typeof(EventAnswer))]
public sealed partial class ApiJson : JsonSerializerContext;
