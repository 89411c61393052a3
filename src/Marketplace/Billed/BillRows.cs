using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Billed;

/// <summary>Bills as Billing has told them.</summary>
public sealed class BillRows(NpgsqlDataSource database)
{
    private const string Select = "select bill_id, event_id, version, state, number, net, gross, paid, due_on from marketplace.bills";

    public async Task<IReadOnlyList<BillChanged>> Of(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        return wanted.Count == 0
            ? [] : await Read($"{Select} where bill_id = any($1) order by number nulls last", wanted.Column(id => id), ct);
    }

    public async Task<IReadOnlyList<BillChanged>> OfEvent(Guid eventId, CancellationToken ct) =>
        await Read($"{Select} where event_id = $1", Statements.Value(eventId), ct);

    private async Task<List<BillChanged>> Read(string sql, NpgsqlParameter parameter, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var bills = new List<BillChanged>();
        while (await reader.ReadAsync(ct))
        {
            bills.Add(new(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetInt64(2), Enum.Parse<BillState>(reader.GetString(3)),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetDecimal(5), reader.GetDecimal(6), reader.GetDecimal(7),
                reader.IsDBNull(8) ? null : reader.GetFieldValue<DateOnly>(8)));
        }

        return bills;
    }
}
