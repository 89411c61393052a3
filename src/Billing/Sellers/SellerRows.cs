using System.Text.Json;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Billing.Sellers;

/// <summary>Reads and writes the settings of organisations.</summary>
public sealed class SellerRows(NpgsqlDataSource database)
{
    public async Task<SellerSettings?> Of(Guid organisationId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select settings::text from billing.sellers where organisation_id = $1");
        command.Parameters.Add(Statements.Value(organisationId));
        return await command.ExecuteScalarAsync(ct) is string json
            ? JsonSerializer.Deserialize(json, BillingJson.Default.SellerSettings) : null;
    }

    /// <summary>The row to write.</summary>
    public sealed record SellerRow(Guid OrganisationId, SellerSettings Settings, DateTimeOffset At)
    {
        public static void Write(IReadOnlyList<SellerRow> rows, NpgsqlBatch batch)
        {
            foreach (var row in rows)
            {
                batch.Add(
                    """
                    insert into billing.sellers (organisation_id, settings, changed_at) values ($1, $2::jsonb, $3)
                    on conflict (organisation_id) do update set settings = excluded.settings, changed_at = excluded.changed_at
                    """,
                    Statements.Value(row.OrganisationId),
                    Statements.Value(JsonSerializer.Serialize(row.Settings, BillingJson.Default.SellerSettings)),
                    Statements.Value(row.At));
            }
        }
    }
}
