using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace EventOps.Support;

/// <summary>The real host as a process of its own over an outside database, for what must be killed, measured or doubled.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_startWithin = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private HostProcess(Process process, int port, DirectoryInfo data)
    {
        (_process, Data, Address) = (process, data, new Uri($"http://127.0.0.1:{port}"));
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _open.TrySetException(
            new InvalidOperationException($"The host ended with {process.ExitCode}: {string.Join('\n', _said)}"));
        AppDomain.CurrentDomain.ProcessExit += EndWithUs;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public Uri Address { get; }

    /// <summary>Its folder; the mails lie in it.</summary>
    public DirectoryInfo Data { get; }

    /// <summary>What the host printed so far.</summary>
    public IReadOnlyCollection<string> Said => _said;

    /// <summary>Resident memory (bytes).</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>A key that hosts over one database share.</summary>
    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Starts a host; returns when it serves.</summary>
    /// <param name="connectionString">The outside database.</param>
    /// <param name="key">Shared by the hosts of one database.</param>
    /// <param name="data">Its folder, to start again where another one ended; else a new one.</param>
    /// <param name="program">EventOps.Host.dll; the one built last by default.</param>
    /// <param name="settings">Further environment variables.</param>
    /// <param name="arguments">After <c>serve</c>.</param>
    public static async Task<HostProcess> Start(
        string connectionString, string key, DirectoryInfo? data = null, string? program = null,
        IReadOnlyDictionary<string, string>? settings = null, params string[] arguments)
    {
        data ??= Directory.CreateTempSubdirectory("eventops-host-");
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [program ?? TestPostgres.HostProgram(), "serve", .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["EVENTOPS_DATA"] = data.FullName;
        start.Environment["EVENTOPS_KEY"] = key;
        start.Environment["ConnectionStrings__EventOps"] = connectionString;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var host = new HostProcess(Process.Start(start)!, port, data);
        try
        {
            await host._open.Task.WaitAsync(s_startWithin);
            return host;
        }
        catch
        {
            host.Kill();
            throw;
        }
    }

    /// <summary>What <c>--demo</c> wrote: <c>organiserToken</c>, <c>scannerToken</c> ...</summary>
    public string Demo(string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Data.FullName, "demo.json")));
        return file.RootElement.GetProperty(name).GetString()!;
    }

    /// <summary>Stops it in its tracks, its connections stay open.</summary>
    public void Pause() => Signal("-STOP");

    /// <summary>Lets it go on.</summary>
    public void Continue() => Signal("-CONT");

    /// <summary>As a power cut would: no clean-up, no farewell.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Ends it and deletes its folder.</summary>
    public ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithUs;
        Kill();
        _process.Dispose();
        if (Data.Exists) Data.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private void EndWithUs(object? sender, EventArgs e) => Kill();

    private void Signal(string signal) =>
        Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    private void Hear(string? line)
    {
        if (line is null) return;
        _said.Enqueue(line);
        if (line.StartsWith("EventOps is open at", StringComparison.Ordinal)) _open.TrySetResult();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
