using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EventOps.Host.Operating.Health;

/// <summary>Tells the operator of a system clock that is off; EventOps itself goes by the database's.</summary>
public sealed class ClockHealth(DatabaseClock clock) : IHealthCheck
{
    private static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var ahead = clock.SystemClockAhead;
        var sentence = string.Create(CultureInfo.InvariantCulture,
            $"The system clock is {ahead.TotalSeconds:0.000} s ahead of the database's.");
        return Task.FromResult(ahead.Duration() < Tolerable ? HealthCheckResult.Healthy(sentence)
            : HealthCheckResult.Degraded(sentence));
    }
}
