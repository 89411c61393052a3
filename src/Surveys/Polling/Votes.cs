using EventOps.EventStore;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;
using Npgsql;

namespace EventOps.Surveys.Polling;

/// <summary>The votes of polls that run: one row a browser, under a keyed hash, until they are counted.</summary>
public sealed class Votes(NpgsqlDataSource database)
{
    /// <summary>Counted votes go; only their sums stay.</summary>
    public sealed record Dropped(Guid PollId)
    {
        public static void Write(IReadOnlyList<Dropped> polls, NpgsqlBatch batch) => batch.Add(
            "delete from surveys.poll_votes where poll_id = any($1)", polls.Column(poll => poll.PollId));
    }

    /// <summary>Takes a vote, or changes it; tells whether the poll was open.</summary>
    /// <remarks>The row of the poll is held: who closes it waits, and nothing comes between the end and the count.</remarks>
    public async Task<bool> Take(Guid pollId, byte[] voter, IReadOnlyList<int> choices, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            with held as (select poll_id from surveys.polls where poll_id = $1 and stage = 'Open' for share)
            insert into surveys.poll_votes (poll_id, voter, choices) select poll_id, $2, $3 from held
            on conflict (poll_id, voter) do update set choices = excluded.choices
            """);
        command.Parameters.AddRange(
            (NpgsqlParameter[])[Statements.Value(pollId), Statements.Value(voter), Statements.Value(choices.ToArray())]);
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>What this browser has voted so far.</summary>
    public async Task<IReadOnlyList<int>> Of(Guid pollId, byte[] voter, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select choices from surveys.poll_votes where poll_id = $1 and voter = $2");
        command.Parameters.AddRange((NpgsqlParameter[])[Statements.Value(pollId), Statements.Value(voter)]);
        return (int[]?)await command.ExecuteScalarAsync(ct) ?? [];
    }

    public async Task<PollResult> Count(Guid pollId, Question question, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select choice, count(*)::int, (select count(*)::int from surveys.poll_votes where poll_id = $1)
            from surveys.poll_votes, unnest(choices) as choice where poll_id = $1 group by choice
            """);
        command.Parameters.Add(Statements.Value(pollId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (counts, voters) = (new Dictionary<int, int>(), 0);
        while (await reader.ReadAsync(ct)) (counts[reader.GetInt32(0)], voters) = (reader.GetInt32(1), reader.GetInt32(2));
        return new([.. Poll.Values(question).Select(value => counts.GetValueOrDefault(value))], voters);
    }

    /// <summary>
    /// Polls whose votes have lain here too long: still open though their event ended before that instant, or closed and, by a
    /// host that was cut off, never counted.
    /// </summary>
    public async Task<IReadOnlyList<(Guid Poll, Guid Event)>> Forgotten(DateTimeOffset endedBefore, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select p.poll_id, p.event_id from surveys.polls p left join surveys.events e on e.event_id = p.event_id
            where (p.stage = 'Open' and e.ends_at < $1)
               or (p.stage = 'Closed' and exists (select from surveys.poll_votes v where v.poll_id = p.poll_id))
            """);
        command.Parameters.Add(Statements.Value(endedBefore.ToUniversalTime()));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(Guid, Guid)>();
        while (await reader.ReadAsync(ct)) found.Add((reader.GetGuid(0), reader.GetGuid(1)));
        return found;
    }

    /// <summary>The polls of an event, the newest first.</summary>
    public async Task<IReadOnlyList<Guid>> Polls(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select poll_id from surveys.polls where event_id = $1 order by poll_id desc limit 200");
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return ids;
    }
}
