using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Attendees;
using EventOps.Registration.Events;
using EventOps.Registration.Mailing;
using EventOps.Registration.ManagingARegistration;
using EventOps.Registration.Pools;
using EventOps.Registration.Registrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Placed = EventOps.Registration.Registrations.Registration.Placed;

namespace EventOps.Registration.SeatingTeams;

/// <summary>Turns what was told of a team into tickets: who loses one, who gets one, whose name changed.</summary>
public sealed class Seating(
    IEventStore store, StandTeamChanged heard, IReadOnlyList<StandTicket> tickets, IReadOnlyDictionary<Guid, KnownPerson> people,
    Guid cause)
{
    private readonly Work _work = new();

    public async Task<Work> Decide(Event @event, IServiceProvider services, CancellationToken ct)
    {
        var gone = tickets.Where(
            ticket => ticket.TicketTypeId != heard.TicketTypeId || !heard.PersonIds.Contains(ticket.PersonId)).ToList();
        var kept = tickets.Except(gone).ToList();
        var free = await TakeBack(gone, ct);
        var fresh = @event.TicketType(heard.TicketTypeId) is { } type ? await Issue(type, kept, free, ct) : [];
        var names = await Names(kept, services.GetRequiredService<NpgsqlDataSource>(), ct);
        return _work.Then(commit =>
        {
            commit.Write(new StandTeamRow(new(heard, [.. kept, .. fresh])));
            foreach (var row in names.Concat(fresh.Select(ticket => Row(ticket.PersonId, "{}")))) commit.Write(row);
            foreach (var ticket in fresh)
                RegistrationMail.Send(commit, ticket.RegistrationId, MailKind.Ticket, people[ticket.PersonId].Language);
        });
    }

    // Places that go back in this very transaction are free for others of the team.
    private async Task<Dictionary<Guid, int>> TakeBack(List<StandTicket> gone, CancellationToken ct)
    {
        var free = new Dictionary<Guid, int>();
        foreach (var ticket in gone)
        {
            var (registration, _) = await store.Load(
                Registrations.Registration.Stream(ticket.RegistrationId), Registrations.Registration.Decider, ct);
            if (registration is not Placed placed
                || !placed.AttendeeIds.Contains(ticket.PersonId)) continue; // given back already
            GivePlaceBack.Add(_work, ticket.RegistrationId, placed.For.PoolIds, ticket.PersonId);
            foreach (var pool in placed.For.PoolIds) free[pool] = free.GetValueOrDefault(pool) + 1;
        }

        return free;
    }

    private async Task<List<StandTicket>> Issue(
        TicketType type, List<StandTicket> kept, Dictionary<Guid, int> free, CancellationToken ct)
    {
        var left = int.MaxValue;
        foreach (var pool in type.PoolIds)
            left = Math.Min(left,
                (await store.Load(Pool.Stream(pool), Pool.Decider, ct)).State.Left + free.GetValueOrDefault(pool));
        var wanted = heard.PersonIds.Where(id => people.ContainsKey(id) && kept.TrueForAll(ticket => ticket.PersonId != id)).Take(
            left).ToList();
        if (wanted.Count == 0) return [];
        foreach (var pool in type.PoolIds) _work.On(Pool.Stream(pool), Pool.Decider, new TakePlaces(wanted, null));
        var fresh = new List<StandTicket>();
        foreach (var id in wanted)
        {
            var registration = MessageId.Of($"stand-ticket|{id}|{cause}");
            var (attendee, _) = await store.Load(Attendee.Stream(id), Attendee.Decider, ct);
            _work
                .On(Registrations.Registration.Stream(registration), Registrations.Registration.Decider,
                    new SignUp(heard.EventId, type.Id, type.PoolIds, [id], people[id].Language, null))
                .On(Attendee.Stream(id), Attendee.Decider, attendee is Attendee.Unknown
                    ? new Register(heard.EventId, registration, type.Id, true) : new ReissueTicket(registration, type.Id));
            fresh.Add(new(id, type.Id, registration));
        }

        return fresh;
    }

    // What a person's row says beside the name, answers for instance, stays.
    private async Task<List<PersonalRow>> Names(List<StandTicket> kept, NpgsqlDataSource database, CancellationToken ct)
    {
        var rows = await PersonalRow.Of(database, [.. kept.Select(ticket => ticket.PersonId)], ct);
        var changed = new List<PersonalRow>();
        foreach (var old in rows.Values.Where(old => people.ContainsKey(old.SubjectId)))
        {
            var row = Row(old.SubjectId, old.Answers);
            if (row == old) continue;
            changed.Add(row);
            if ((await store.Load(Attendee.Stream(old.SubjectId), Attendee.Decider, ct)).State is Attendee.Expected)
                _work.On(Attendee.Stream(old.SubjectId), Attendee.Decider, new CorrectDetails());
        }

        return changed;
    }

    private PersonalRow Row(Guid id, string answers) =>
        new(id, heard.EventId, people[id].GivenName, people[id].FamilyName, people[id].Email, people[id].Organisation, answers);
}
