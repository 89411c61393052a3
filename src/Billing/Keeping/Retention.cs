using EventOps.EventStore;
using Npgsql;

namespace EventOps.Billing.Keeping;

/// <summary>
/// How long rows stay. Invoices, their XML and payments: eight years from the end of their year (§ 14b UStG, § 147 AO). Quotes:
/// as long as the module that sells knows the payer.
/// </summary>
public sealed class Retention(NpgsqlDataSource database, TimeProvider clock)
{
    private const int Years = 8;

    /// <summary>Deletes what has been kept for long enough; returns how many rows went.</summary>
    public async Task<long> Run(CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            with documents as (delete from billing.documents where issued_on < $1 returning 1),
              payments as (delete from billing.payments where booked_on < $1 returning 1),
              imports as (delete from billing.imports where imported_at < $1 returning 1)
            select (select count(*) from documents) + (select count(*) from payments) + (select count(*) from imports)
            """);
        command.Parameters.Add(Statements.Value(new DateOnly(Germany.Today(clock).Year - Years, 1, 1)));
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Quotes, and orders for one, of these payers; of everybody where nobody is named.</summary>
    public async Task<IReadOnlyList<Guid>> QuotesOf(Guid eventId, IReadOnlyList<Guid> payers, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select bill_id from billing.bills where quote and stage in ('Waiting', 'Quoted') and event_id = $1
              and (cardinality($2::uuid[]) = 0 or payer_id = any($2))
            """);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(payers.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var quotes = new List<Guid>();
        while (await reader.ReadAsync(ct)) quotes.Add(reader.GetGuid(0));
        return quotes;
    }

    /// <summary>Whose quotes go; also those that became invoices, which say the same again.</summary>
    public sealed record Forgotten(Guid EventId, IReadOnlyList<Guid> Payers)
    {
        public static void Write(IReadOnlyList<Forgotten> rows, NpgsqlBatch batch)
        {
            foreach (var row in rows)
            {
                batch.Add(
                    """
                    delete from billing.documents where kind = 'Quote' and event_id = $1
                      and (cardinality($2::uuid[]) = 0 or payer_id = any($2))
                    """,
                    Statements.Value(row.EventId), row.Payers.Column(id => id));
            }
        }
    }
}
