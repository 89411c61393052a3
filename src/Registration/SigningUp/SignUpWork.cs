using System.Text.Json;
using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.Events;
using EventOps.Registration.Mailing;
using EventOps.Registration.Planning;
using EventOps.Registration.Pools;
using EventOps.Registration.Registrations;

namespace EventOps.Registration.SigningUp;

/// <summary>
/// One sign-up as one transaction: the pools' places, the registration, its attendees, their personal rows, the mail and the
/// kept answer. One refusal refuses all.
/// </summary>
public static class SignUpWork
{
    /// <summary>How long places wait for the address to be confirmed.</summary>
    public static readonly TimeSpan HoldFor = TimeSpan.FromMinutes(30);

    /// <summary>The kept answer's ids: the registration's, then each attendee's.</summary>
    public static (Work Work, Guid RegistrationId, IReadOnlyList<Guid> AttendeeIds) Of(
        EventLookup.Found found, TicketType type, SignUpRequest request, IdempotencyKey? key, DateTimeOffset now)
    {
        var registrationId = Guid.CreateVersion7(now);
        var attendeeIds = request.People.Select(_ => Guid.CreateVersion7(now)).ToList();
        DateTimeOffset? confirmBy = found.Event.Rules.ConfirmEmail ? now + HoldFor : null;

        var work = new Work().Once(key);
        foreach (var poolId in type.PoolIds)
            work.On(Pool.Stream(poolId), Pool.Decider, new TakePlaces(attendeeIds, confirmBy));
        work.Start(Registrations.Registration.Stream(registrationId), Registrations.Registration.Decider,
            new SignUp(found.Id, type.Id, type.PoolIds, attendeeIds, request.Language, confirmBy));
        foreach (var id in attendeeIds)
            work.Start(Attendee.Stream(id), Attendee.Decider, new Register(found.Id, registrationId, type.Id, confirmBy is null));

        work.Then(commit =>
        {
            foreach (var (person, id) in request.People.Zip(attendeeIds))
            {
                commit.Write(new PersonalRow(
                    id, found.Id, person.GivenName, person.FamilyName, person.Email, person.Organisation, Json(person.Answers)));
            }

            RegistrationMail.Send(
                commit, registrationId, confirmBy is null ? MailKind.Ticket : MailKind.Confirm, request.Language);
            if (confirmBy is { } due)
                RegistrationMail.LapseAt(commit, registrationId, due);
            commit.Keep(303, null, [registrationId, .. attendeeIds]);
        });
        return (work, registrationId, attendeeIds);
    }

    internal static string Json(IReadOnlyDictionary<Guid, IReadOnlyList<string>> answers) =>
        answers.Count == 0
            ? "{}" : JsonSerializer.Serialize(answers, AnswersJson.Default.IReadOnlyDictionaryGuidIReadOnlyListString);
}
