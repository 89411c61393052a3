using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EventOps.Host.Operating.Health;

/// <summary>
/// Warns of a .NET runtime with known security holes; it serves on, because refusing would lose people's places.
/// </summary>
public sealed class RuntimeHealth : IHealthCheck
{
    private static readonly Version s_safe = new(10, 0, 13);

    /// <summary>The sentence for the log, or nothing.</summary>
    public static string? Warning(Version runtime) => runtime < s_safe
        ? $"The .NET runtime {runtime} has known security holes: update it to {s_safe} or newer."
        : null;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Warning(Environment.Version) is { } warning
            ? HealthCheckResult.Degraded(warning)
            : HealthCheckResult.Healthy($".NET {Environment.Version}"));
}
