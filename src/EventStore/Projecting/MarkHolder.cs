using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>The process whose open transaction all read models wait for.</summary>
/// <param name="Pid">Process id on the database's machine; null for a prepared transaction.</param>
/// <param name="Application">Its application name, or the prepared transaction's id.</param>
/// <param name="Since">When its transaction began.</param>
/// <param name="State">What it does: <c>idle in transaction</c>, <c>active</c>, <c>prepared</c>.</param>
public sealed record MarkHolder(int? Pid, string? Application, DateTimeOffset? Since, string? State)
{
    // The oldest running transaction that has an id. Its age must show: commits of the last second are everyday work.
    private const string Oldest = """
        select pid, name, since, state from (
          select pid, application_name as name, xact_start as since, state, backend_xid as xid
          from pg_stat_activity where backend_xid is not null
          union all select null, gid, prepared, 'prepared', transaction from pg_prepared_xacts
        ) running
        where coalesce(since, '-infinity') < clock_timestamp() - interval '1 s'
        order by age(xid) desc limit 1
        """;

    /// <summary>The holder, when one holds the mark for longer than a second.</summary>
    public static async Task<MarkHolder?> Find(NpgsqlDataSource database, CancellationToken ct = default)
    {
        await using var command = database.CreateCommand(Oldest);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new(
            reader.IsDBNull(0) ? null : reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetString(1),
            reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2), reader.IsDBNull(3) ? null : reader.GetString(3));
    }
}
