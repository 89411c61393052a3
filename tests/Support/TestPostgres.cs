using System.Diagnostics;

namespace EventOps.Support;

/// <summary>The throw-away PostgreSQL: the one that bin/test started, or one of our own that ends with this process.</summary>
public static class TestPostgres
{
    private static readonly Lazy<Task<string>> _server = new(() =>
        Environment.GetEnvironmentVariable("EVENTOPS_TEST_POSTGRES") is { Length: > 0 } shared ? Task.FromResult(shared)
            : StartOwn());

    private static Process? s_own; // kept, because it ends when its input closes: with this process, however that ends

    /// <summary>The administrator's connection string.</summary>
    public static Task<string> ConnectionString() => _server.Value;

    /// <summary>The host as it was built last, for tests that need it as a process.</summary>
    public static string HostProgram() => Directory.GetFiles(
            Path.Combine(RepositoryRoot(), "artifacts/bin/EventOps.Host"), "EventOps.Host.dll", SearchOption.AllDirectories)
        .MaxBy(File.GetLastWriteTimeUtc) ?? throw new InvalidOperationException("Build src/Host first.");

    /// <summary>The folder of EventOps.sln.</summary>
    public static string RepositoryRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "EventOps.sln"))) return at.FullName;
        throw new InvalidOperationException("These tests run inside the source tree.");
    }

    private static async Task<string> StartOwn()
    {
        var start = new ProcessStartInfo("dotnet", [HostProgram(), "database", "--throw-away"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        s_own = Process.Start(start)!;
        return await s_own.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The throw-away PostgreSQL did not start; its reason stands above.");
    }
}
