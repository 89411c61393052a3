using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Reading;

/// <summary>Reads the words of proposals and the names of hosts: rows, because both can be erased.</summary>
public sealed class Words(NpgsqlDataSource database)
{
    /// <summary>What a proposal says.</summary>
    public sealed record Text(string Title, string Summary, string Language, IReadOnlyList<string> Tags, bool Hidden);

    public async Task<IReadOnlyDictionary<Guid, Text>> Texts(IReadOnlyList<Guid> proposals, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select t.proposal_id, t.title, t.summary, t.language, t.tags, p.hidden
            from barcamp.texts t join barcamp.proposals p on p.proposal_id = t.proposal_id where t.proposal_id = any($1)
            """);
        command.Parameters.Add(proposals.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var texts = new Dictionary<Guid, Text>();
        while (await reader.ReadAsync(ct))
        {
            texts[reader.GetGuid(0)] = new(
                reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<string[]>(4),
                reader.GetBoolean(5));
        }

        return texts;
    }

    /// <summary>Names by participant; who was erased is not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Names(IReadOnlyList<Guid> participants, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select subject_id, name from barcamp.personal where subject_id = any($1)");
        command.Parameters.Add(participants.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(ct))
            names[reader.GetGuid(0)] = reader.GetString(1);
        return names;
    }
}
