using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.CheckingIn;

/// <summary>
/// One reading and its answer, refused ones included: ids only. <paramref name="At"/> is the device's claim.
/// <paramref name="FactGate"/> and <paramref name="FactAt"/> are what the answer told: the first scan, or the limit of validity.
/// </summary>
public sealed record ScanRow(
    Guid ScanId, Guid EventId, Guid? AttendeeId, string List, string Gate, string? Device, Direction Direction, string Result,
    DateTimeOffset At, DateTimeOffset ReceivedAt, string? FactGate = null, DateTimeOffset? FactAt = null)
{
    public const string PrimaryKey = "scans_pkey";

    private const string Columns =
        "scan_id, event_id, attendee_id, list, gate, device, type, result, at, received_at, fact_gate, fact_at";

    /// <summary>For readings that are let through, in the events' transaction. A nonce that is known makes it fail.</summary>
    public static void Write(IReadOnlyList<ScanRow> rows, NpgsqlBatch batch) => batch.Add($"""
        insert into registration.scans ({Columns}) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """,
        rows.Column(r => r.ScanId), rows.Column(r => r.EventId), rows.Column(r => r.AttendeeId), rows.Column(r => r.List),
        rows.Column(r => r.Gate), rows.Column(r => r.Device), rows.Column(r => Name(r.Direction)), rows.Column(r => r.Result),
        rows.Column(r => r.At), rows.Column(r => r.ReceivedAt), rows.Column(r => r.FactGate), rows.Column(r => r.FactAt));

    /// <summary>For refused readings; false where the nonce is known.</summary>
    public async Task<bool> Insert(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            insert into registration.scans ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict (scan_id) do nothing
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            Statements.Value(ScanId), Statements.Value(EventId), Statements.Value(AttendeeId), Statements.Value(List),
            Statements.Value(Gate), Statements.Value(Device), Statements.Value(Name(Direction)), Statements.Value(Result),
            Statements.Value(At), Statements.Value(ReceivedAt), Statements.Value(FactGate), Statements.Value(FactAt),
        });
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    public static async Task<ScanRow?> Find(NpgsqlDataSource database, Guid scanId, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select {Columns} from registration.scans where scan_id = $1");
        command.Parameters.Add(Statements.Value(scanId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new(
            reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<Guid?>(2), reader.GetString(3), reader.GetString(4),
            Text(5), Enum.Parse<Direction>(reader.GetString(6), ignoreCase: true), reader.GetString(7),
            reader.GetFieldValue<DateTimeOffset>(8), reader.GetFieldValue<DateTimeOffset>(9), Text(10),
            reader.GetFieldValue<DateTimeOffset?>(11));

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    public bool IsSameReading(ScanRow other) =>
        (EventId, AttendeeId, List, Direction) == (other.EventId, other.AttendeeId, other.List, other.Direction);

    private static string Name(Direction direction) => direction == Direction.Exit ? "exit" : "entry";
}
