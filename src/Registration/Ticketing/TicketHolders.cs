using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Registration.CheckingIn;
using Npgsql;
using Placed = EventOps.Registration.Registrations.Registration.Placed;

namespace EventOps.Registration.Ticketing;

/// <summary>What other modules may learn of tickets: whose code a text is, and who holds a valid one.</summary>
public sealed class TicketHolders(NpgsqlDataSource database, IEventStore store, CodeReader codes, Holders holders)
    : IPeople, ITicketCodes
{
    public async Task<Guid?> Find(Guid eventId, string text, CancellationToken ct)
    {
        var ticket = await codes.Read(text, ct) switch
        {
            ReadCode.Ours { Ticket: var ours } when ours.EventId == eventId => ours.AttendeeId,
            ReadCode.Typed { ShortCode: var typed } => (await holders.OfShortCode(eventId, typed, ct))?.AttendeeId,
            _ => (Guid?)null,
        };
        if (ticket is not { } id) return null;
        await using var command = database.CreateCommand(
            "select attendee_id from registration.attendees where attendee_id = $1 and event_id = $2 and status = 'expected'");
        command.Parameters.Add(Statements.Value(id));
        command.Parameters.Add(Statements.Value(eventId));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    public async Task<IReadOnlyDictionary<Guid, KnownPerson>> Find(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var languages = new Dictionary<Guid, string>();
        var people = new Dictionary<Guid, KnownPerson>();
        foreach (var (id, registration, person) in await Read(ids, ct))
        {
            if (!languages.TryGetValue(registration, out var language))
                languages[registration] = language = await LanguageOf(registration, ct);
            people[id] = person with { Language = language };
        }

        return people;
    }

    private async Task<string> LanguageOf(Guid registration, CancellationToken ct) => (await store.Load(
        Registrations.Registration.Stream(registration), Registrations.Registration.Decider, ct)).State is Placed placed
            ? placed.For.Language : "de";

    private async Task<List<(Guid Id, Guid Registration, KnownPerson Person)>> Read(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select a.attendee_id, a.registration_id, p.given_name, p.family_name, p.organisation, p.email
            from registration.attendees a join registration.personal p on p.subject_id = a.attendee_id
            where a.attendee_id = any($1) and a.status = 'expected'
            """);
        command.Parameters.Add(ids.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(Guid, Guid, KnownPerson)>();
        while (await reader.ReadAsync(ct))
        {
            found.Add((
                reader.GetGuid(0), reader.GetGuid(1),
                new(reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), "de")));
        }

        return found;
    }
}
