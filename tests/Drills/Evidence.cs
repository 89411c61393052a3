using EventOps.EventStore;
using EventOps.Registration.Pools;
using EventOps.Support;
using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>What the database says about a drill's events, for the checker.</summary>
internal sealed class Evidence(TwoHosts hosts)
{
    private const string People = """
        select p.email from registration.personal p join registration.attendees a on a.attendee_id = p.subject_id
        where a.status = 'expected'
        """;

    private TestDatabase Database => hosts.Database;

    /// <summary>Who has a place, as a reader would see it now.</summary>
    public async Task<Sighting> Look()
    {
        var began = DateTimeOffset.UtcNow;
        return new(began, (await Names(People)).ToHashSet());
    }

    /// <summary>
    /// The ids of those mails whose message still waits. Asked after a kill, they are in doubt: the mail server took them, and the
    /// host died before it could store that. No order of the two steps avoids this, so such a mail may come once more.
    /// </summary>
    public async Task<IReadOnlyList<string>> Unmarked(IEnumerable<Mail> mails)
    {
        var waiting = (await Names("select id::text from messaging.queue")).ToHashSet(StringComparer.Ordinal);
        return [.. mails.Select(mail => mail.MessageId).Where(id => waiting.Contains(id.Trim('<').Split('@')[0]))];
    }

    /// <summary>C1, C2, C4 and C6 over the whole run.</summary>
    public async Task Check(Report report, History history, IReadOnlyList<Sighting> sightings, IReadOnlyList<DrillEvent> events)
    {
        report.Check(Presence.Check(history.Ops, [.. sightings, await Look()]));
        report.Check(OnceOnly.Effects(history.Ops, await Names(People)));
        foreach (var place in events)
            report.Check(await Places(place));
        report.Check(await Store.Streams(Database.DataSource));
        await hosts.CaughtUp();
        report.Check(await Store.Rebuilt(Database.DataSource, hosts.Model));
    }

    public Task<IReadOnlyList<string>> Names(string sql) => Column(sql);

    private async Task<IEnumerable<Violation>> Places(DrillEvent place)
    {
        await using var store = new PostgresEventStore(Database.DataSource, hosts.Model, TimeProvider.System);
        var stream = Pool.Stream(place.PoolId);
        var moves = (await store.Read(stream)).Select(recorded => Move(stream, recorded));
        var tickets = await Database.Read<long>($"""
            select count(*) from registration.attendees a join registration.events e on e.event_id = a.event_id
            where e.slug = '{place.Slug}' and a.status = 'expected'
            """);
        var violations = Capacity.Check(moves, [new(stream, (int)tickets, 0)]).ToList();
        if (tickets > place.Capacity)
            violations.Add(new("R-01", $"{place.Slug} has {place.Capacity} places and {tickets} tickets."));
        return violations;
    }

    private static PoolMove Move(string stream, Recorded recorded) => recorded.Event switch
    {
        PoolOpened opened => new(stream, recorded.Version, opened.Capacity, 0, 0),
        PoolCapacityChanged changed => new(stream, recorded.Version, changed.Capacity, 0, 0),
        PlacesTaken { HeldUntil: null } taken => new(stream, recorded.Version, null, 0, taken.AttendeeIds.Count),
        PlacesTaken held => new(stream, recorded.Version, null, held.AttendeeIds.Count, 0),
        PlacesConfirmed confirmed => new(
            stream, recorded.Version, null, -confirmed.AttendeeIds.Count, confirmed.AttendeeIds.Count),
        PlacesReleased released => new(stream, recorded.Version, null, 0, -released.AttendeeIds.Count), // nobody holds in these drills
        _ => throw new InvalidOperationException($"{recorded.Type} does not belong to a pool."),
    };

    private async Task<IReadOnlyList<string>> Column(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
