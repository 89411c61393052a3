using System.Text.Json;
using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.Events;
using EventOps.Registration.SeatingTeams;
using EventOps.Registration.SigningUp;
using EventOps.Registration.Ticketing;
using Npgsql;

namespace EventOps.Registration.ManagingARegistration;

/// <summary>Gathers a <see cref="RegistrationRecord"/> from the streams and the personal rows.</summary>
public sealed class RegistrationRecords(
    IEventStore store, NpgsqlDataSource database, ManageLinks links, TicketCodes codes, StandTeamRows teams)
{
    /// <summary>What a secret link opens, or null.</summary>
    public async Task<RegistrationRecord?> Open(string token, CancellationToken ct) =>
        await links.Open(token, ct) is { } id ? await Of(id, ct) : null;

    public async Task<RegistrationRecord?> Of(Guid id, CancellationToken ct)
    {
        var (state, version) = await store.Load(Registrations.Registration.Stream(id), Registrations.Registration.Decider, ct);
        if (version == 0) return null;
        IReadOnlyList<Guid> attendeeIds = state is Registrations.Registration.Placed placed ? placed.AttendeeIds : [];
        var signedFor = (state as Registrations.Registration.Placed)?.For ?? ((Registrations.Registration.Ended)state).For;
        var (@event, _) = await store.Load(Event.Stream(signedFor.EventId), Event.Decider, ct);
        var type = @event.TicketType(signedFor.TicketTypeId);
        IReadOnlyDictionary<Guid, string> qr = state is Registrations.Registration.Placed { Confirmed: true }
            ? await codes.Of(signedFor.EventId, @event, [.. attendeeIds.Select(a => new TicketCodes.Wanted(a, type?.Number ?? 0))], ct)
            : new Dictionary<Guid, string>();
        var people = await PersonalRow.Of(database, attendeeIds, ct);
        var stands = await teams.Stands(attendeeIds, ct);
        return new(
            id, await links.TokenOf(id, ct), state, new(signedFor.EventId, @event), type, signedFor.Language,
            [.. attendeeIds.Select(attendee => Holder(attendee, people.GetValueOrDefault(attendee), qr.GetValueOrDefault(attendee) ?? "") with
            {
                Stands = stands.GetValueOrDefault(attendee),
            })]);
    }

    private static RegistrationRecord.Holder Holder(Guid id, PersonalRow? person, string code) => person is null
        ? new(id, "", "", "", "", new Dictionary<Guid, IReadOnlyList<string>>(), code, true)
        : new(id, person.GivenName, person.FamilyName, person.Email, person.Organisation, Answers(person), code, false);

    private static IReadOnlyDictionary<Guid, IReadOnlyList<string>> Answers(PersonalRow person) =>
        JsonSerializer.Deserialize(person.Answers, AnswersJson.Default.IReadOnlyDictionaryGuidIReadOnlyListString)!;
}
