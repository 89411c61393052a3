using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Issues;

/// <summary>An issue with its words, as far as they are still there.</summary>
public sealed record IssueRow(
    Guid Id, Guid EventId, Guid? StandId, Guid? ExhibitorId, IssueState State, string? Actor, DateTimeOffset ReportedAt,
    DateTimeOffset ChangedAt, string? Text, string Place, string Email, string Note, bool HasPhoto);

/// <summary>Reads issues.</summary>
public sealed class IssueRows(NpgsqlDataSource database)
{
    private const string Select = """
        select i.issue_id, i.event_id, i.stand_id, i.exhibitor_id, i.state, i.actor, i.reported_at, i.changed_at, t.text,
          coalesce(t.place, ''), coalesce(t.email, ''), coalesce(t.note, ''), t.photo is not null
        from marketplace.issues i left join marketplace.issue_texts t using (issue_id)
        """;

    /// <summary>The oldest first: who has waited longest.</summary>
    public Task<List<IssueRow>> Of(Guid eventId, CancellationToken ct) =>
        Read($"{Select} where i.event_id = $1 order by i.reported_at, i.issue_id", Statements.Value(eventId), ct);

    public Task<List<IssueRow>> OfExhibitor(Guid exhibitorId, CancellationToken ct) =>
        Read($"{Select} where i.exhibitor_id = $1 order by i.reported_at desc", Statements.Value(exhibitorId), ct);

    public async Task<IssueRow?> Find(Guid id, CancellationToken ct) =>
        (await Read($"{Select} where i.issue_id = $1", Statements.Value(id), ct)).FirstOrDefault();

    public async Task<(byte[] Bytes, string Type)?> Photo(Guid eventId, Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select photo, photo_type from marketplace.issue_texts where issue_id = $1 and event_id = $2 and photo is not null");
        command.Parameters.Add(Statements.Value(id));
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetFieldValue<byte[]>(0), reader.GetString(1)) : null;
    }

    private async Task<List<IssueRow>> Read(string sql, NpgsqlParameter parameter, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<IssueRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new(
                reader.GetGuid(0), reader.GetGuid(1), reader.IsDBNull(2) ? null : reader.GetGuid(2),
                reader.IsDBNull(3) ? null : reader.GetGuid(3),
                Enum.Parse<IssueState>(reader.GetString(4)), reader.IsDBNull(5) ? null : reader.GetString(5),
                reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateTimeOffset>(7),
                reader.IsDBNull(8) ? null : reader.GetString(8),
                reader.GetString(9), reader.GetString(10), reader.GetString(11), reader.GetBoolean(12)));
        }

        return rows;
    }
}
