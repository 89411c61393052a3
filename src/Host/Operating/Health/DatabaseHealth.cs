using EventOps.EventStore;
using EventOps.Host.Starting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace EventOps.Host.Operating.Health;

/// <summary>Whether the database answers, with the schema that this host brought it to.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource database, HostSettings settings) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly string _kind = settings.OutsideDatabase is null ? "embedded" : "outside";
    private long? _migrations;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = database.CreateCommand(
                "select count(*), current_setting('server_version') from eventops_side.migrations");
            await using var row = await command.ExecuteReaderAsync(patience.Token);
            await row.ReadAsync(patience.Token);
            var (migrations, version) = (row.GetInt64(0), row.GetString(1));
            _migrations ??= migrations;
            return migrations >= _migrations
                ? HealthCheckResult.Healthy($"PostgreSQL {version}, {_kind}, {migrations} migrations")
                : HealthCheckResult.Unhealthy("The schema is older than it was when this host started: restart the host.");
        }
        catch (PostgresException missing) when (
            missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return HealthCheckResult.Unhealthy("The schema is missing: restart the host.");
        }
        catch (Exception failure) when (failure is OperationCanceledException || Database.IsDown(failure))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
