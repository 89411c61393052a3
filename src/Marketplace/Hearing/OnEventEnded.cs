using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.Marketplace.Hearing;

/// <summary>The event is over: of visits only sums stay. Pseudonyms and the key that made them go.</summary>
public static class OnEventEnded
{
    public static async Task<Work> Handle(EventEnded heard, Handling handling)
    {
        var known = await handling.Services.GetRequiredService<KnownEvents>().ById(heard.EventId, handling.Cancellation);
        // The end was moved meanwhile: nothing has ended yet.
        if (known is { } found && found.EndsAt > handling.Clock.GetUtcNow()) return new Work();
        return new Work().Then(commit => commit.Write(new Ended(heard.EventId)));
    }

    /// <summary>The event whose visits become sums.</summary>
    public sealed record Ended(Guid EventId)
    {
        public static void Write(IReadOnlyList<Ended> rows, NpgsqlBatch batch)
        {
            foreach (var eventId in rows.Select(row => row.EventId))
            {
                batch.Add(
                    """
                    with gone as (delete from marketplace.visits where event_id = $1 returning stand_id, hour)
                    insert into marketplace.visit_totals as t (event_id, stand_id, hour, visits)
                    select $1, stand_id, hour, count(*) from gone group by stand_id, hour
                    on conflict (event_id, stand_id, hour) do update set visits = t.visits + excluded.visits
                    """,
                    Statements.Value(eventId));
                batch.Add("delete from marketplace.visit_keys where event_id = $1", Statements.Value(eventId));
            }
        }
    }
}
