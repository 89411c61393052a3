using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.WritingNotes;

/// <summary>What was written about a session.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Version">From 1, 0 while nothing is written.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Links">Addresses on the web.</param>
/// <param name="ChangedAt">When it was last written.</param>
public sealed record Note(Guid SessionId, int Version, string Body, IReadOnlyList<string> Links, DateTimeOffset? ChangedAt)
{
    public bool IsEmpty => Body.Length == 0 && Links.Count == 0;

    public static Note None(Guid sessionId) => new(sessionId, 0, "", [], null);
}

/// <summary>
/// The notes of sessions, written by many at once: the row is locked, the text that a writer began with is known by its version,
/// and both are merged. Nobody's words are lost.
/// </summary>
public sealed class Notes(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Announced after each change.</summary>
    public const string Topic = "barcamp.notes";

    public const int LongestBody = 100_000;
    public const int MostLinks = 30;

    // Whoever began further back than this gets both texts, one below the other.
    private const int KeptVersions = 400;

    /// <summary>A note as it is stored now, with the places where two changed the same lines.</summary>
    public sealed record Written(Note Note, IReadOnlyList<NoteConflict> Conflicts);

    public async Task<Note> Of(Guid sessionId, CancellationToken ct) =>
        (await Read("session_id = $1", sessionId, ct)).FirstOrDefault() ?? Note.None(sessionId);

    public async Task<IReadOnlyDictionary<Guid, Note>> OfEvent(Guid eventId, CancellationToken ct) =>
        (await Read("event_id = $1", eventId, ct)).ToDictionary(note => note.SessionId);

    /// <summary>Stores what was written since a version, united with what others wrote since.</summary>
    public async Task<Written> Write(Guid eventId, Guid sessionId, int since, string body, NoteLinks links, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Execute(connection, """
            insert into barcamp.notes (session_id, event_id, version, body, changed_at) values ($1, $2, 0, '', $3) on conflict do nothing
            """, ct, Statements.Value(sessionId), Statements.Value(eventId), Statements.Value(clock.GetUtcNow()));
        var stored = await Locked(connection, sessionId, ct);
        var merged = since == stored.Version
            ? new(Plain(body), [])
            : NoteMerge.Merge(await Basis(connection, sessionId, since, ct), stored.Body, Plain(body));
        var note = stored with { Body = merged.Text, Links = links.Merge(stored.Links) };
        if (note.Body != stored.Body || !note.Links.SequenceEqual(stored.Links))
        {
            note = note with { Version = stored.Version + 1, ChangedAt = clock.GetUtcNow() };
            await Store(connection, note, ct);
        }

        await transaction.CommitAsync(ct);
        return new(note, merged.Conflicts);
    }

    private static string Plain(string body)
    {
        body = body.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        return body.Length <= LongestBody ? body : body[..LongestBody];
    }

    private static async Task<Note> Locked(NpgsqlConnection connection, Guid sessionId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select version, body, links, changed_at from barcamp.notes where session_id = $1 for update", connection);
        command.Parameters.Add(Statements.Value(sessionId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return One(sessionId, reader, 0);
    }

    private static async Task<string> Basis(NpgsqlConnection connection, Guid sessionId, int version, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select body from barcamp.note_versions where session_id = $1 and version = $2", connection);
        command.Parameters.Add(Statements.Value(sessionId));
        command.Parameters.Add(Statements.Value(version));
        return await command.ExecuteScalarAsync(ct) as string ?? "";
    }

    private static async Task Store(NpgsqlConnection connection, Note note, CancellationToken ct)
    {
        await Execute(connection, "update barcamp.notes set version = $2, body = $3, links = $4, changed_at = $5 where session_id = $1", ct,
            Statements.Value(note.SessionId), Statements.Value(note.Version), Statements.Value(note.Body),
            Statements.Value(string.Join('\n', note.Links)), Statements.Value(note.ChangedAt!.Value));
        await Execute(connection, "insert into barcamp.note_versions (session_id, version, body, written_at) values ($1, $2, $3, $4)", ct,
            Statements.Value(note.SessionId), Statements.Value(note.Version), Statements.Value(note.Body),
            Statements.Value(note.ChangedAt.Value));
        await Execute(connection, "delete from barcamp.note_versions where session_id = $1 and version < $2", ct,
            Statements.Value(note.SessionId), Statements.Value(note.Version - KeptVersions));
        await Execute(connection, "select pg_notify('eventops', $1)", ct, Statements.Value(Topic));
    }

    private async Task<List<Note>> Read(string which, Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"select session_id, version, body, links, changed_at from barcamp.notes where {which}");
        command.Parameters.Add(Statements.Value(id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var notes = new List<Note>();
        while (await reader.ReadAsync(ct))
            notes.Add(One(reader.GetGuid(0), reader, 1));
        return notes;
    }

    private static Note One(Guid sessionId, NpgsqlDataReader reader, int first) => new(
        sessionId, reader.GetInt32(first), reader.GetString(first + 1),
        reader.GetString(first + 2).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        reader.GetFieldValue<DateTimeOffset>(first + 3));

    private static async Task Execute(
        NpgsqlConnection connection, string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(ct);
    }
}
