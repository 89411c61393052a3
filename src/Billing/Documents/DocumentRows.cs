using System.Text.Json;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Billing.Documents;

/// <summary>A document as it is kept.</summary>
public sealed record KeptDocument(Guid Id, Guid BillId, Printed Printed, byte[]? Xml);

/// <summary>Reads what was printed.</summary>
public sealed class DocumentRows(NpgsqlDataSource database)
{
    /// <summary>The documents of a bill, the first one first.</summary>
    public async Task<IReadOnlyList<KeptDocument>> OfBill(Guid billId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select document_id, printed::text, xml from billing.documents where bill_id = $1
            order by issued_on, case kind when 'Quote' then 0 when 'Invoice' then 1 else 2 end
            """);
        command.Parameters.Add(Statements.Value(billId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var documents = new List<KeptDocument>();
        while (await reader.ReadAsync(ct))
        {
            documents.Add(new(
                reader.GetGuid(0), billId, JsonSerializer.Deserialize(reader.GetString(1), BillingJson.Default.Printed)!,
                reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2)));
        }

        return documents;
    }

    /// <summary>The invoice of a bill; null before it is issued.</summary>
    public async Task<KeptDocument?> Invoice(Guid billId, CancellationToken ct) =>
        (await OfBill(billId, ct)).FirstOrDefault(document => document.Printed.Kind == DocumentKind.Invoice);

    /// <summary>The invoice's number; null before it is issued.</summary>
    public async Task<string?> NumberOf(Guid billId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select number from billing.documents where bill_id = $1 and kind = 'Invoice'");
        command.Parameters.Add(Statements.Value(billId));
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <summary>The row to write: once, and never changed.</summary>
    public sealed record DocumentRow(
        Guid Id, Guid BillId, Guid OrganisationId, Guid EventId, Guid PayerId, Printed Printed, byte[]? Xml)
    {
        public static void Write(IReadOnlyList<DocumentRow> rows, NpgsqlBatch batch)
        {
            foreach (var row in rows)
            {
                batch.Add(
                    """
                    insert into billing.documents
                      (document_id, bill_id, organisation_id, event_id, payer_id, kind, number, issued_on, printed, xml)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)
                    """,
                    Statements.Value(row.Id), Statements.Value(row.BillId), Statements.Value(row.OrganisationId),
                    Statements.Value(row.EventId), Statements.Value(row.PayerId), Statements.Value(row.Printed.Kind.ToString()),
                    Statements.Value(row.Printed.Number.Length > 0 ? row.Printed.Number : null), Statements.Value(row.Printed.On),
                    Statements.Value(JsonSerializer.Serialize(row.Printed, BillingJson.Default.Printed)),
                    Statements.Value(row.Xml));
            }
        }
    }
}
