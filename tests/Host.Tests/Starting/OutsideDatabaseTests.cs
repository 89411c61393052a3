using EventOps.Host.Starting;
using EventOps.Support;
using Npgsql;

namespace EventOps.Host.Tests.Starting;

/// <summary>An operator's own PostgreSQL: two hosts may share it, an unsafe one is refused.</summary>
public sealed class OutsideDatabaseTests
{
    private static readonly OutsideDatabase.Report s_good =
        new(150000, "15.0", FSync: true, FullPageWrites: true, "on", IsStandby: false, "UTF8");

    [Fact]
    public async Task Two_hosts_serve_over_one_database()
    {
        await using var database = await TestDatabase.Create();
        await using var folder = new ScratchFolder();
        await using var other = new ScratchFolder();
        var hosts = await Task.WhenAll(
            StartedHost.Open(folder.Path, database.ConnectionString), StartedHost.Open(other.Path, database.ConnectionString));
        foreach (var host in hosts) Assert.Contains("outside", await host.Get("/health/ready"), StringComparison.Ordinal);
        foreach (var host in hosts) Assert.Equal(0, await host.Stop("TERM"));
        Assert.Equal(1, await database.Read<long>(
            "select count(*) from eventops_side.migrations where schema = 'host' and number = 1"));
    }

    [Fact]
    public async Task A_database_that_may_forget_is_refused_in_one_sentence()
    {
        await using var database = await TestDatabase.Create();
        await using var folder = new ScratchFolder();
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        await database.Execute($"alter database {name} set synchronous_commit = off");
        var (exitCode, said) = await StartedHost.Refused(folder.Path, connectionString: database.ConnectionString);
        Assert.Equal(1, exitCode);
        Assert.Equal("The database has synchronous_commit turned off and could lose confirmed places in a power cut: " +
            "turn synchronous_commit on, then start again.", said);
    }

    [Fact]
    public void A_good_one_is_taken() => Assert.Null(OutsideDatabase.Refuse(s_good));

    [Fact]
    public void Each_other_fault_has_its_sentence()
    {
        Assert.StartsWith("The database runs PostgreSQL 14.9",
            OutsideDatabase.Refuse(s_good with { VersionNumber = 140009, Version = "14.9" }), StringComparison.Ordinal);
        Assert.StartsWith("The database has fsync turned off", OutsideDatabase.Refuse(s_good with { FSync = false }),
            StringComparison.Ordinal);
        Assert.StartsWith("The database has full_page_writes turned off",
            OutsideDatabase.Refuse(s_good with { FullPageWrites = false }), StringComparison.Ordinal);
        Assert.StartsWith("The database is a read-only standby", OutsideDatabase.Refuse(s_good with { IsStandby = true }),
            StringComparison.Ordinal);
        Assert.StartsWith("The database is encoded in SQL_ASCII",
            OutsideDatabase.Refuse(s_good with { Encoding = "SQL_ASCII" }), StringComparison.Ordinal);
    }
}
