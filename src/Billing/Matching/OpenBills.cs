using EventOps.EventStore;
using Npgsql;

namespace EventOps.Billing.Matching;

/// <summary>Reads the bills that money can be for: open ones, paid ones and cancelled ones, whose payers may pay twice.</summary>
public sealed class OpenBills(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<BillToMatch>> Of(Guid organisationId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select b.bill_id, d.number, d.printed->>'rf', b.reference, d.printed->'payer'->>'name',
              case when b.stage = 'Issued' then greatest(0, b.gross - b.paid) else 0 end, b.stage <> 'Issued'
            from billing.bills b join billing.documents d on d.bill_id = b.bill_id and d.kind = 'Invoice'
            where b.organisation_id = $1 order by b.issued_on desc, d.number desc limit 5000
            """);
        command.Parameters.Add(Statements.Value(organisationId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var bills = new List<BillToMatch>();
        while (await reader.ReadAsync(ct))
        {
            bills.Add(new(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                reader.GetDecimal(5), reader.GetBoolean(6)));
        }

        return bills;
    }
}
