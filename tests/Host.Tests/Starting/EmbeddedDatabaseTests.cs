using System.Diagnostics;
using System.Globalization;
using EventOps.Host.Starting;
using EventOps.Support;
using Npgsql;

namespace EventOps.Host.Tests.Starting;

/// <summary>The embedded database through the life of real hosts: first start, clean stop, crash, other crash.</summary>
public sealed class EmbeddedDatabaseTests
{
    [Fact]
    public async Task It_is_made_once_and_stops_with_the_host()
    {
        await using var folder = new ScratchFolder();
        await using (var first = await StartedHost.Open(folder.Path))
        {
            Assert.Contains("\"parts\"", await first.Get("/health/ready"), StringComparison.Ordinal);
            await Execute(folder, "create table kept (n int); insert into kept values (42)");
            Assert.Equal(0, await first.Stop("INT"));
        }

        Assert.False(File.Exists(folder.PidFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(folder.Path, "cluster.json")));
        await using var second = await StartedHost.Open(folder.Path);
        Assert.DoesNotContain("Making the database", second.Said, StringComparison.Ordinal);
        Assert.Equal(42, await Read(folder, "select n from kept"));
        Assert.Equal(0, await second.Stop("TERM"));
        Assert.False(File.Exists(folder.PidFile));
    }

    [Fact]
    public async Task After_a_killed_host_the_next_one_takes_the_database_over()
    {
        await using var folder = new ScratchFolder();
        await using var killed = await StartedHost.Open(folder.Path);
        await Execute(folder, "create table kept (n int); insert into kept values (42)");
        await killed.Stop("KILL");
        Assert.True(new Postmaster(Path.Combine(folder.Path, "postgres")).Runs());

        await using var next = await StartedHost.Open(folder.Path);
        Assert.Contains("The last host did not stop its database", next.Said, StringComparison.Ordinal);
        Assert.Equal(42, await Read(folder, "select n from kept"));

        var (exitCode, said) = await StartedHost.Refused(folder.Path);
        Assert.Equal(1, exitCode);
        Assert.Equal($"Another EventOps already runs on the data folder {folder.Path}: " +
            "stop it first, or set EVENTOPS_DATA to another folder.", said);
        Assert.Equal(0, await next.Stop("TERM"));
    }

    [Fact]
    public async Task A_killed_database_comes_back_under_the_running_host()
    {
        await using var folder = new ScratchFolder();
        await using var host = await StartedHost.Open(folder.Path);
        await Execute(folder, "create table kept (n int); insert into kept values (42)");
        var killed = folder.Postmaster;
        await StartedHost.Signal("KILL", killed);
        await Eventually(async () => await Read(folder, "select n from kept") == 42);
        Assert.NotEqual(killed, folder.Postmaster);
        Assert.Equal(0, await host.Stop("TERM"));
        Assert.False(File.Exists(folder.PidFile));
    }

    [Fact]
    public async Task A_stranger_who_has_the_old_process_number_is_left_alone()
    {
        await using var folder = new ScratchFolder();
        await using (var first = await StartedHost.Open(folder.Path))
        {
            var pidFile = await File.ReadAllLinesAsync(folder.PidFile);
            await first.Stop("TERM");
            using var stranger = Process.Start("sleep", "600");
            pidFile[0] = stranger.Id.ToString(CultureInfo.InvariantCulture);
            await File.WriteAllLinesAsync(folder.PidFile, pidFile);

            await using var second = await StartedHost.Open(folder.Path);
            Assert.False(stranger.HasExited);
            Assert.NotEqual(stranger.Id, folder.Postmaster);
            await second.Stop("TERM");
            stranger.Kill();
        }
    }

    [Fact]
    public async Task The_database_verb_ends_with_its_input()
    {
        await using var folder = new ScratchFolder();
        var start = new ProcessStartInfo("dotnet", [TestPostgres.HostProgram(), "database"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["EVENTOPS_DATA"] = folder.Path;
        using var verb = Process.Start(start)!;
        var connectionString = await verb.StandardOutput.ReadLineAsync();
        await using (var connection = new NpgsqlConnection(connectionString)) await connection.OpenAsync();
        verb.StandardInput.Close();
        await verb.WaitForExitAsync();
        Assert.Equal(0, verb.ExitCode);
        Assert.False(File.Exists(folder.PidFile));
    }

    private static async Task Eventually(Func<Task<bool>> isTrue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                if (await isTrue()) return;
            }
            catch (NpgsqlException) when (!patience.IsCancellationRequested)
            {
                await Task.Yield(); // not back yet
            }
        }
    }

    private static async Task Execute(ScratchFolder folder, string sql)
    {
        await using var database = NpgsqlDataSource.Create(folder.Secrets.ConnectionString + ";Pooling=false");
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<int> Read(ScratchFolder folder, string sql)
    {
        await using var database = NpgsqlDataSource.Create(folder.Secrets.ConnectionString + ";Pooling=false");
        await using var command = database.CreateCommand(sql);
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
