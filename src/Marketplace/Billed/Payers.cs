using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Billed;

/// <summary>Who pays for an exhibitor's stand: what they typed, read by Billing when a bill is issued.</summary>
public sealed class Payers(NpgsqlDataSource database) : IPayers
{
    /// <summary>Under which Billing finds this.</summary>
    public const string Key = "marketplace";

    public async Task<Payer?> Find(Guid payerId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select y.name, attention, street, zip, city, country, y.email, kind, vat_id, buyer_reference, coalesce(p.language, 'de')
            from marketplace.payers y left join marketplace.personal p using (exhibitor_id) where exhibitor_id = $1
            """);
        command.Parameters.Add(Statements.Value(payerId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return !await reader.ReadAsync(ct) ? null : new(
            reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
            reader.GetString(5),
            reader.GetString(6), Enum.Parse<PayerKind>(reader.GetString(7)), reader.IsDBNull(8) ? null : reader.GetString(8),
            reader.GetString(9), reader.GetString(10));
    }
}

/// <summary>Who pays, as it was typed.</summary>
public sealed record PayerRow(Guid ExhibitorId, Payer Payer)
{
    public static void Write(IReadOnlyList<PayerRow> rows, NpgsqlBatch batch) => batch.Add(
        """
        insert into marketplace.payers select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (exhibitor_id) do update set name = excluded.name, attention = excluded.attention, street = excluded.street,
          zip = excluded.zip, city = excluded.city, country = excluded.country, email = excluded.email, kind = excluded.kind,
          vat_id = excluded.vat_id, buyer_reference = excluded.buyer_reference
        """,
        rows.Column(row => row.ExhibitorId), rows.Column(row => row.Payer.Name), rows.Column(row => row.Payer.Attention),
        rows.Column(row => row.Payer.Street), rows.Column(row => row.Payer.Zip), rows.Column(row => row.Payer.City),
        rows.Column(row => row.Payer.Country), rows.Column(row => row.Payer.Email), rows.Column(row => row.Payer.Kind.ToString()),
        rows.Column(row => row.Payer.VatId), rows.Column(row => row.Payer.BuyerReference));
}
