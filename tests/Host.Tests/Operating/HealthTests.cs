using System.Net;
using EventOps.Host.Operating;
using EventOps.Host.Operating.Health;
using EventOps.Host.Starting;
using EventOps.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.Host.Tests.Operating;

/// <summary>What a proxy or supervisor is told about the host.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_database_that_is_away_takes_the_host_out_and_only_its_own_machine_is_told_why()
    {
        await using var database = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={FreePort.Any()};Username=x;Timeout=1");
        await using var host = await Start(database);
        using var near = await host.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, near.StatusCode);
        Assert.Contains("The database does not answer.", await near.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        using var far = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, far.StatusCode);
        Assert.Equal("""{"status":"not ready","parts":null}""", await far.Content.ReadAsStringAsync());
        Assert.Equal("live", await host.Client.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task A_database_without_the_schema_is_not_ready()
    {
        await using var database = await TestDatabase.Create();
        await using var host = await Start(database.DataSource);
        using var answer = await host.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("The schema is missing", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_runtime_with_known_holes_is_said()
    {
        Assert.StartsWith("The .NET runtime 10.0.12 has known security holes", RuntimeHealth.Warning(new(10, 0, 12)),
            StringComparison.Ordinal);
        Assert.Null(RuntimeHealth.Warning(new(10, 0, 13)));
    }

    [Fact]
    public async Task The_clock_is_the_databases_in_whole_microseconds()
    {
        await using var database = await TestDatabase.Create();
        var clock = new DatabaseClock(database.DataSource);
        await clock.Synchronise(CancellationToken.None);
        var before = await database.Read<DateTime>("select clock_timestamp()");
        var now = clock.GetUtcNow();
        var after = await database.Read<DateTime>("select clock_timestamp()");
        Assert.InRange(now.UtcDateTime, before.AddMilliseconds(-500), after.AddMilliseconds(500));
        Assert.Equal(0, now.Ticks % TimeSpan.TicksPerMicrosecond);
    }

    private static Task<SmallHost> Start(NpgsqlDataSource database) =>
        SmallHost.Start(routes => routes.MapHealth(), services: services =>
    {
        services.AddSingleton(database);
        services.AddSingleton<DatabaseClock>();
        services.AddSingleton(
            new HostSettings(1, IPAddress.Loopback, "", Demo: false, new Uri("http://127.0.0.1"), "", "outside"));
        services.AddHealth();
    });
}
