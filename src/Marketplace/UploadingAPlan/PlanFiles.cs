using System.Security.Cryptography;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>A picture as it is stored: rebuilt when it came, and rebuilt again when it is read.</summary>
public sealed record PlanFile(Guid Id, Guid EventId, string MediaType, byte[] Sha256, byte[] Bytes)
{
    public const string Svg = "image/svg+xml";

    public static PlanFile Of(Guid id, Guid eventId, string mediaType, byte[] bytes) =>
        new(id, eventId, mediaType, SHA256.HashData(bytes), bytes);

    public static void Write(IReadOnlyList<PlanFile> files, NpgsqlBatch batch)
    {
        foreach (var file in files)
        {
            batch.Add(
                """
                insert into marketplace.plan_files (file_id, event_id, media_type, sha256, bytes, stored_at)
                values ($1, $2, $3, $4, $5, now()) on conflict (file_id) do nothing
                """,
                Statements.Value(file.Id), Statements.Value(file.EventId), Statements.Value(file.MediaType),
                Statements.Value(file.Sha256),
                Statements.Value(file.Bytes));
        }
    }
}

/// <summary>Reads the pictures of plans.</summary>
public sealed class PlanFiles(NpgsqlDataSource database)
{
    public async Task<PlanFile?> Find(Guid eventId, Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select media_type, sha256, bytes from marketplace.plan_files where file_id = $1 and event_id = $2");
        command.Parameters.Add(Statements.Value(id));
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new(id, eventId, reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2))
            : null;
    }
}
