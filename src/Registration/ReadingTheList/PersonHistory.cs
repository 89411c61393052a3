using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.CheckingIn;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.Registrations;
using EventOps.Ui;
using Npgsql;

namespace EventOps.Registration.ReadingTheList;

/// <summary>
/// What happened to one ticket, in words, oldest first: from its own stream, from its registration's, and from the log of scans,
/// which alone knows the refused ones.
/// </summary>
public sealed class PersonHistory(IEventStore store, NpgsqlDataSource database, TimeProvider clock)
{
    private const int MostScans = 200;
    private static readonly TextSource T = ReadingTexts.Of;

    /// <summary>One line. <paramref name="Stopped"/>: somebody was not let through.</summary>
    public sealed record Line(DateTimeOffset At, string Text, string By, bool Stopped = false);

    public async Task<IReadOnlyList<Line>> Of(Organised at, ListedAttendee person, CancellationToken ct)
    {
        var registration = await store.Read(Registrations.Registration.Stream(person.RegistrationId), ct: ct);
        var expired = registration.Any(recorded => recorded.Event is RegistrationExpired);
        var ticket = await store.Read(Attendee.Stream(person.Id), ct: ct);
        var lines = registration.Concat(ticket).SelectMany(recorded => Said(recorded, at, person.Id, expired) is { } text
            ? (Line[])[new(HappenedAt(recorded), text, By(recorded.Metadata, at.Caller))]
            : []);
        return [.. lines.Concat(await Refused(at, person.Id, ct)).OrderBy(line => line.At)];
    }

    private static string? Said(Recorded recorded, Organised at, Guid personId, bool expired) => recorded.Event switch
    {
        SignedUp e => e.ConfirmBy is null
            ? T["did.signed-up", TypeName(at.Event, e.TicketTypeId)]
            : T["did.signed-up.held", TypeName(at.Event, e.TicketTypeId), at.Say.ShortMoment(e.ConfirmBy.Value)],
        RegistrationConfirmed => T["did.confirmed"],
        RegistrationExpired => T["did.expired"],
        PlaceReturned e when e.AttendeeId != personId => null,
        PlaceReturned => T["did.returned"],
        // With a registration that expires or a place that goes back, the ticket ends, too: one line says both.
        TicketCancelled when expired => null,
        TicketReissued => T["did.reissued"],
        DetailsCorrected => T["did.corrected"],
        AttendeeCheckedIn e => T[e.WasInside ? "did.again" : "did.entered", e.Gate, e.List == AttendeeList.EntryList ? "" : $" ({e.List})"],
        AttendeeCheckedOut e => T["did.left", e.Gate],
        _ => null,
    };

    private static string TypeName(Event e, Guid typeId) => e.AnyTicketType(typeId)?.Name.ToString() ?? "";

    // A scan from a device that was offline tells when it was read, not when it arrived.
    private static DateTimeOffset HappenedAt(Recorded recorded) => recorded.Event switch
    {
        AttendeeCheckedIn e => e.At,
        AttendeeCheckedOut e => e.At,
        _ => recorded.At,
    };

    private static string By(Metadata who, Caller caller) => who switch
    {
        { Device: { } device } => T["by.device", Brief(device)],
        { Actor: null } => "",
        _ when who.Actor == caller.Actor => T["by.you"],
        _ => T["by.team", Brief(who.Actor)],
    };

    // Ids are long, and their beginnings alike: the end tells them apart.
    private static string Brief(string id) => id.Length > 6 ? id[^6..] : id;

    private async Task<List<Line>> Refused(Organised at, Guid personId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select gate, device, type, result, at, fact_gate, fact_at from registration.scans
            where attendee_id = $1 and event_id = $2 and result <> 'ok' order by at desc limit $3
            """);
        command.Parameters.Add(Statements.Value(personId));
        command.Parameters.Add(Statements.Value(at.Id));
        command.Parameters.Add(Statements.Value(MostScans));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var lines = new List<Line>();
        while (await reader.ReadAsync(ct))
        {
            var when = reader.GetFieldValue<DateTimeOffset>(4);
            var gate = reader.IsDBNull(5) ? null : reader.GetString(5);
            var refusal = ResultCode.Read(
                reader.GetString(3), gate, reader.IsDBNull(6) ? when : reader.GetFieldValue<DateTimeOffset>(6));
            var direction = reader.GetString(2) == "exit" ? Direction.Exit : Direction.Entry;
            var reason = Reasons.Of(new(direction, refusal, null, null, null), at.Event, clock.GetUtcNow());
            var by = reader.IsDBNull(1) ? "" : T["by.device", Brief(reader.GetString(1))];
            var said = T[direction == Direction.Exit ? "did.stopped.exit" : "did.stopped", reader.GetString(0), reason ?? ""];
            lines.Add(new(when, said, by, Stopped: true));
        }

        return lines;
    }
}
