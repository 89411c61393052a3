using System.Diagnostics;

namespace EventOps.Support;

/// <summary>The throw-away PostgreSQL: the one that bin/test started, or one of our own that ends with this process.</summary>
public static class TestPostgres
{
    private static readonly Lazy<Task<string>> _server = new(() =>
        Environment.GetEnvironmentVariable("EVENTOPS_TEST_POSTGRES") is { Length: > 0 } shared ? Task.FromResult(shared)
            : StartOwn());

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
        var data = Directory.CreateTempSubdirectory("eventops-test-").FullName;
        var start = new ProcessStartInfo("dotnet", [HostProgram(), "database"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["EVENTOPS_DATA"] = data;
        var server = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => // should this process be killed, its closed pipe ends the server too
        {
            server.StandardInput.Close();
            server.WaitForExit();
            Directory.Delete(data, recursive: true);
        };
        return await server.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The throw-away PostgreSQL did not start; its reason stands above.");
    }
}
