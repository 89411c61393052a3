using EventOps.Billing.Payments;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Billing.ImportingStatements;

/// <summary>One payment with the words of its payer.</summary>
public sealed record PaymentRow(
    Guid Id, decimal Amount, DateOnly On, string PayerName, string PayerIban, string Purpose, Guid? TwinId, PaymentStage Stage,
    bool Returned)
{
    /// <summary>Pieces are kept apart by line breaks.</summary>
    public IReadOnlyList<string> Pieces => Purpose.Split('\n');

    public string Line => Purpose.Replace('\n', ' ');
}

/// <summary>Reads and writes what stands on the account.</summary>
public sealed class PaymentRows(NpgsqlDataSource database)
{
    private const string Columns = "payment_id, amount, booked_on, payer_name, payer_iban, purpose, twin_id, stage, returned";

    public async Task<PaymentRow?> One(Guid organisationId, Guid id, CancellationToken ct) =>
        (await Read($"select {Columns} from billing.payments where organisation_id = $1 and payment_id = $2", ct,
            Statements.Value(organisationId), Statements.Value(id))).FirstOrDefault();

    public Task<List<PaymentRow>> InStage(Guid organisationId, PaymentStage stage, CancellationToken ct) => Read(
        $"""
        select {Columns} from billing.payments where organisation_id = $1 and stage = $2
        order by booked_on desc, payment_id limit 500
        """, ct,
        Statements.Value(organisationId), Statements.Value(stage.ToString()));

    /// <summary>Payments of other files that may be the same as new ones: equal amount, at most a day apart.</summary>
    public Task<List<PaymentRow>> Near(
        Guid organisationId, Guid importId, IReadOnlyList<decimal> amounts, DateOnly from, DateOnly to, CancellationToken ct) =>
        Read(
            $"""
            select {Columns} from billing.payments where organisation_id = $1 and import_id <> $2 and amount = any($3)
              and booked_on between $4 and $5 and stage <> 'Dropped' order by booked_on, payment_id
            """, ct,
            Statements.Value(organisationId), Statements.Value(importId), amounts.Column(amount => amount),
            Statements.Value(from.AddDays(-1)), Statements.Value(to.AddDays(1)));

    /// <summary>Which of these are there already.</summary>
    public async Task<HashSet<Guid>> Known(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select payment_id from billing.payments where payment_id = any($1)");
        command.Parameters.Add(ids.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var known = new HashSet<Guid>();
        while (await reader.ReadAsync(ct)) known.Add(reader.GetGuid(0));
        return known;
    }

    private async Task<List<PaymentRow>> Read(string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<PaymentRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new(
                reader.GetGuid(0), reader.GetDecimal(1), reader.GetFieldValue<DateOnly>(2), reader.GetString(3),
                reader.GetString(4), reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetGuid(6),
                Enum.Parse<PaymentStage>(reader.GetString(7)), reader.GetBoolean(8)));
        }

        return rows;
    }
}
