using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using EventOps.Host.Starting;
using EventOps.Support;
using Microsoft.Extensions.Configuration;

namespace EventOps.Host.Tests.Starting;

/// <summary>A host that cannot start says why in one sentence.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task A_port_in_use()
    {
        await using var database = await TestDatabase.Create();
        await using var folder = new ScratchFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (exitCode, said) = await StartedHost.Refused(folder.Path, port, database.ConnectionString);
        Assert.Equal(1, exitCode);
        Assert.EndsWith($"Port {port} is in use: stop the program that listens there, or set PORT to another number.", said,
            StringComparison.Ordinal);
    }

    /// <summary>As root on a real full disk; otherwise the words of one.</summary>
    [Fact]
    public async Task A_full_disk()
    {
        const string sentence = "is full: free some space, then start again.";
        if (!Environment.IsPrivilegedProcess)
        {
            Assert.EndsWith(sentence, CannotStart.WhenDiskIsFull("could not write: No space left on device", "/x")!.Message,
                StringComparison.Ordinal);
            return;
        }

        await using var folder = new ScratchFolder();
        Directory.CreateDirectory(folder.Path);
        await Run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder.Path);
        try
        {
            var (exitCode, said) = await StartedHost.Refused(folder.Path);
            Assert.Equal(1, exitCode);
            Assert.EndsWith(sentence, said, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path.Combine(folder.Path, "postgres")));
        }
        finally
        {
            await Run("umount", folder.Path);
        }
    }

    /// <summary>As root, PostgreSQL runs as somebody who may not look into root's folders.</summary>
    [Fact]
    public async Task A_folder_that_only_root_can_enter_is_no_obstacle()
    {
        await using var folder = new ScratchFolder();
        var locked = Path.Combine(folder.Path, "private");
        Directory.CreateDirectory(locked, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var data = Path.Combine(locked, "data");
        await using var host = await StartedHost.Open(data);
        Assert.Equal(0, await host.Stop("TERM"));
        var away = Directory.Exists("/var/lib/eventops")
            ? Directory.GetDirectories("/var/lib/eventops").Where(
                place => host.Said.Contains($"so the database lies in {place}.", StringComparison.Ordinal)).ToList()
            : [];
        Assert.Equal(Environment.IsPrivilegedProcess, away.Count == 1);
        Assert.NotEqual(Environment.IsPrivilegedProcess, Directory.Exists(Path.Combine(data, "postgres")));
        foreach (var place in away) Directory.Delete(place, recursive: true);
    }

    [Theory]
    [InlineData("PORT", "http", "PORT must be a number from 1 to 65535, not 'http'.")]
    [InlineData("PORT", "70000", "PORT must be a number from 1 to 65535, not '70000'.")]
    [InlineData("EVENTOPS_LISTEN", "everywhere",
        "EVENTOPS_LISTEN must be an IP address such as 127.0.0.1 or 0.0.0.0, not 'everywhere'.")]
    [InlineData("EVENTOPS_URL", "https://a.example/b",
        "EVENTOPS_URL must look like https://events.example.org, without a path, not 'https://a.example/b'.")]
    [InlineData("EVENTOPS_URL", "javascript:alert(1)",
        "EVENTOPS_URL must look like https://events.example.org, without a path, not 'javascript:alert(1)'.")]
    public void A_wrong_setting(string name, string value, string sentence)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
        Assert.Equal(sentence, Assert.Throws<CannotStart>(() => HostSettings.Read(configuration, demo: false)).Message);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
