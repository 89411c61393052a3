using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Events;
using Npgsql;

namespace EventOps.Registration.Erasing;

/// <summary>Keeps what the sign-up form promises: so many days after an event, nobody's name is left in this module.</summary>
public sealed class Retention(NpgsqlDataSource database, IEventStore store, TimeProvider clock)
{
    private const string OverWithNames = """
        select e.event_id from registration.events e
        where e.ends_at < $1 and (exists (select from registration.personal p where p.event_id = e.event_id)
          or exists (select from registration.speakers s where s.event_id = e.event_id))
        """;

    private const string Erase = """
        with people as (delete from registration.personal where event_id = $1 returning 1),
          speakers as (delete from registration.speakers where event_id = $1 returning 1)
        select (select count(*) from people) + (select count(*) from speakers)
        """;

    /// <summary>Erases what is due now, on whichever host; returns how many rows went.</summary>
    public async Task<long> Run(CancellationToken ct)
    {
        var erased = 0L;
        foreach (var eventId in await Over(ct))
        {
            var (@event, _) = await store.Load(Event.Stream(eventId), Event.Decider, ct);
            if (@event.Times.EndsAt.AddDays(@event.Rules.EraseAfterDays) > clock.GetUtcNow()) continue;
            // Told first: a host that dies in between tells it once more, and nothing is forgotten.
            var gone = new PersonsErased(eventId, []);
            await store.Handle(new Work().Then(commit => commit.Publish(gone, Event.Stream(eventId))), ct);
            await using var command = database.CreateCommand(Erase);
            command.Parameters.Add(Statements.Value(eventId));
            erased += (long)(await command.ExecuteScalarAsync(ct))!;
        }

        return erased;
    }

    private async Task<List<Guid>> Over(CancellationToken ct)
    {
        await using var command = database.CreateCommand(OverWithNames);
        command.Parameters.Add(Statements.Value(clock.GetUtcNow()));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var events = new List<Guid>();
        while (await reader.ReadAsync(ct))
            events.Add(reader.GetGuid(0));
        return events;
    }
}
