using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Interest;

/// <summary>So many days after a barcamp who starred what is forgotten; only how many wanted each session stays.</summary>
public sealed class StarRetention(NpgsqlDataSource database, IEventStore store, TimeProvider clock)
{
    private const string OverWithStars = """
        select e.event_id, e.ends_at from barcamp.events e
        where e.ends_at < $1 and (exists (select from barcamp.voters v where v.event_id = e.event_id)
          or exists (select from barcamp.mail_wishes w where w.event_id = e.event_id))
        """;

    // The last voter goes with the last star, in one statement: nothing can be half forgotten.
    private const string Forget = """
        with gone as (delete from barcamp.stars where event_id = $1 returning proposal_id, voter),
          counted as (
            select coalesce(p.into_id, p.proposal_id) as proposal_id, count(distinct gone.voter)::int as stars
            from gone join barcamp.proposals p on p.proposal_id = gone.proposal_id group by 1),
          kept as (
            insert into barcamp.star_totals as t (proposal_id, event_id, stars) select proposal_id, $1, stars from counted
            on conflict (proposal_id) do update set stars = t.stars + excluded.stars returning 1),
          voters as (delete from barcamp.voters where event_id = $1 returning 1),
          wishes as (delete from barcamp.mail_wishes where event_id = $1 returning 1)
        select (select count(*) from gone) + 0 * (select count(*) from kept) + 0 * (select count(*) from voters)
          + 0 * (select count(*) from wishes)
        """;

    /// <summary>Forgets what is due now, on whichever host; returns how many stars became part of a total.</summary>
    public async Task<long> Run(CancellationToken ct)
    {
        var forgotten = 0L;
        foreach (var (eventId, endsAt) in await Over(ct))
        {
            var (barcamp, _) = await store.Load(Barcamps.Barcamp.Stream(eventId), Barcamps.Barcamp.Decider, ct);
            if (endsAt.AddDays(barcamp.Rules.DeleteStarsAfterDays) > clock.GetUtcNow()) continue;
            await using var command = database.CreateCommand(Forget);
            command.Parameters.Add(Statements.Value(eventId));
            forgotten += (long)(await command.ExecuteScalarAsync(ct))!;
        }

        return forgotten;
    }

    private async Task<List<(Guid EventId, DateTimeOffset EndsAt)>> Over(CancellationToken ct)
    {
        await using var command = database.CreateCommand(OverWithStars);
        command.Parameters.Add(Statements.Value(clock.GetUtcNow()));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var events = new List<(Guid EventId, DateTimeOffset EndsAt)>();
        while (await reader.ReadAsync(ct)) events.Add((reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1)));
        return events;
    }
}
