using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Attendees;
using EventOps.Registration.Ticketing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.Registration.TellingOthers;

/// <summary>
/// Tells other modules how tickets stand, after the commit and many at once: a sign-up does not wait for it, and a rush makes few
/// messages. What is told is the state of now, so that telling it twice changes nothing.
/// </summary>
public static class TellTickets
{
    private const int Most = 500;

    public static Subscription Subscription { get; } = new(
        "registration.tell-tickets",
        [
            typeof(AttendeeRegistered), typeof(TicketConfirmed), typeof(TicketCancelled), typeof(TicketReissued),
            typeof(AttendeeCheckedIn), typeof(AttendeeCheckedOut),
        ],
        Tell)
    {
        // At the door a scan comes every few milliseconds, and each message is work for every module.
        Spacing = TimeSpan.FromMilliseconds(250),
    };

    private static async Task Tell(IReadOnlyList<Recorded> events, IServiceProvider services, CancellationToken ct)
    {
        var ids = events.Select(recorded => Attendee.IdOf(recorded.Stream)).Distinct().ToList();
        var links = services.GetRequiredService<ParticipantLinks>();
        var tickets = await Read(services.GetRequiredService<NpgsqlDataSource>(), ids, ct);
        var store = services.GetRequiredService<IEventStore>();
        foreach (var ofEvent in tickets.GroupBy(ticket => ticket.EventId))
        {
            foreach (var some in ofEvent.Chunk(Most))
            {
                var told = new List<TicketNow>(some.Length);
                foreach (var (_, id, type, status, present, firstAt, gate) in some)
                    told.Add(new(id, type, await links.HashOf(id, ct), status == "expected", present, firstAt, gate));
                var message = new TicketsChanged(ofEvent.Key, told);
                await store.Handle(new Work().Then(commit => commit.Publish(message, Events.Event.Stream(message.EventId))), ct);
            }
        }
    }

    private static async Task<List<(Guid EventId, Guid Id, Guid Type, string Status, bool Present, DateTimeOffset? FirstAt, string? Gate)>> Read(
        NpgsqlDataSource database, List<Guid> ids, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select event_id, attendee_id, ticket_type_id, status, present, first_at, last_gate from registration.attendees
            where attendee_id = any($1)
            """);
        command.Parameters.Add(ids.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var tickets = new List<(Guid, Guid, Guid, string, bool, DateTimeOffset?, string?)>();
        while (await reader.ReadAsync(ct))
        {
            tickets.Add((
                reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetBoolean(4),
                reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                reader.IsDBNull(6) ? null : reader.GetString(6)));
        }

        return tickets;
    }
}
