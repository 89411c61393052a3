using System.Text.Json.Serialization;
using EventOps.Registration.Attendees;
using EventOps.Registration.Planning;

namespace EventOps.Registration.CheckingIn;

/// <summary>What a program sends to have a code scanned.</summary>
/// <param name="Code">The QR text or the short code; required.</param>
/// <param name="List">Check-in list; null for the event's entrance.</param>
/// <param name="Gate">Where it was read; null for the gate of the device.</param>
/// <param name="Type"><c>entry</c> (also where it is null) or <c>exit</c>.</param>
/// <param name="At">When it was read; null for now. A time that is still to come counts as now.</param>
/// <param name="Nonce">Made once per reading: sent again, it gets the same answer. Best a UUID.</param>
/// <param name="WasOnlyOutside">Lets somebody in again who left without an exit scan.</param>
public sealed record ScanBody(
    string? Code, string? List, string? Gate, string? Type, DateTimeOffset? At, string? Nonce, bool WasOnlyOutside)
{
    private const int LongestNonce = 100;

    /// <summary>The reading, or the stable code of what is wrong with it.</summary>
    public (Reading? Reading, string? Fault) Read(EventLookup.Found place, string? deviceGate, string? actor)
    {
        if (string.IsNullOrWhiteSpace(Code)) return (null, "code-missing");
        if (DirectionOf(Type) is not { } direction) return (null, "type-unknown");
        if (ListOf(List) is not { } list) return (null, "list-invalid");
        if (Gates.Of(place.Event, Gate, deviceGate) is not { } gate) return (null, "gate-invalid");
        if (At < new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)) return (null, "at-invalid");
        if (Nonce?.Length > LongestNonce) return (null, "nonce-invalid");
        return (new(Code, Reading.IdOf(Nonce, place.Id, actor), direction, list, gate, At, WasOnlyOutside), null);
    }

    internal static Direction? DirectionOf(string? type) => type switch
    {
        null or "" or "entry" => Direction.Entry,
        "exit" => Direction.Exit,
        _ => null,
    };

    private static string? ListOf(string? list) =>
        string.IsNullOrEmpty(list) ? AttendeeList.EntryList
        : list.Length <= 40 && list.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') ? list
        : null;
}

/// <summary>The verdict as programs get it.</summary>
/// <param name="Result"><c>ok</c>, or the stable code of the refusal.</param>
/// <param name="Reason">The refusal in words, in the language of the request; null for <c>ok</c>.</param>
/// <param name="Holder">Whose ticket it is; null where it is none of this event.</param>
/// <param name="TicketType">Name in the language of the request and tone of the badge's strip.</param>
/// <param name="FirstScan">The entry that counts: this one, or the one before.</param>
public sealed record ScanAnswer(string Result, string? Reason, Holder? Holder, ScanAnswer.Type? TicketType, FirstScan? FirstScan)
{
    public sealed record Type(string Name, int Tone);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScanBody))]
[JsonSerializable(typeof(ScanAnswer))]
internal sealed partial class ScanJson : JsonSerializerContext;
