using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Proposing;

/// <summary>What a participant said of themselves last time, to fill the next form in.</summary>
public sealed class HostNames(NpgsqlDataSource database)
{
    public async Task<(string Name, string Hashtags)> Of(Guid ticketId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select name, hashtags from barcamp.personal where subject_id = $1");
        command.Parameters.Add(Statements.Value(ticketId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetString(0), reader.GetString(1)) : ("", "");
    }

    /// <summary>How often each hashtag was given at an event, the most frequent first; who gave it is not asked.</summary>
    public async Task<IReadOnlyList<(string Word, int People)>> Hashtags(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select word, count(distinct subject_id)::int from barcamp.personal, unnest(string_to_array(hashtags, ' ')) as word
            where event_id = $1 and word <> '' group by word order by 2 desc, 1 limit 60
            """);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var words = new List<(string, int)>();
        while (await reader.ReadAsync(ct))
            words.Add((reader.GetString(0), reader.GetInt32(1)));
        return words;
    }
}
