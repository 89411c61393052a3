using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;

namespace EventOps.EventStore.Reading;

/// <summary>The columns of a stored event, in the order that every query of this store selects them.</summary>
internal static class RecordedRow
{
    public const string Columns =
        "e.stream_id, e.version, e.seq_id, e.id, e.timestamp, e.type, e.data, e.correlation_id, e.causation_id, e.headers";

    public static Recorded Read(NpgsqlDataReader row, EventTypes types)
    {
        var type = row.GetString(5);
        return new(
            row.GetGuid(3), row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(4), type,
            types.Read(type, row.GetFieldValue<byte[]>(6)), Metadata(row));
    }

    /// <summary>The headers of an event as JSON, or null where nothing is known.</summary>
    public static string? Headers(Metadata metadata) =>
        metadata is { Actor: null, Device: null, Command: null }
            ? null
            : JsonSerializer.Serialize(new(metadata.Actor, metadata.Device, metadata.Command), HeaderJson.Default.Headers);

    private static Metadata Metadata(NpgsqlDataReader row)
    {
        var headers = row.IsDBNull(9)
            ? null : JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(9), HeaderJson.Default.Headers);
        var correlation = row.IsDBNull(7) ? null : row.GetString(7);
        var causation = row.IsDBNull(8) ? null : row.GetString(8);
        return headers is null && correlation is null && causation is null
            ? EventStore.Metadata.None
            : new(correlation, causation, headers?.Actor, headers?.Device, headers?.Command);
    }
}

internal sealed record Headers(string? Actor, string? Device, string? Command);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Headers))]
internal sealed partial class HeaderJson : JsonSerializerContext;
