using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using EventOps.Host.Starting;
using EventOps.Support;

namespace EventOps.Host.Tests.Starting;

/// <summary>The real host as a process of its own, with a data folder that may outlive it.</summary>
public sealed class StartedHost : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource _open = new();
    private readonly TaskCompletionSource _ended = new();

    private StartedHost(string data, int port, string? connectionString)
    {
        (Data, Port) = (data, port);
        var start = new ProcessStartInfo("dotnet", [TestPostgres.HostProgram()])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["EVENTOPS_DATA"] = data;
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["ConnectionStrings__EventOps"] = connectionString ?? "";
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.OutputDataReceived += (_, _) => { };
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public string Data { get; }

    public int Port { get; }

    public string Said => string.Join('\n', _said);

    public int Id => _process.Id;

    /// <summary>Starts one and waits until it is open.</summary>
    public static async Task<StartedHost> Open(string data, string? connectionString = null)
    {
        var host = new StartedHost(data, FreePort.Any(), connectionString);
        await Task.WhenAny(host._open.Task, host._ended.Task).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.True(host._open.Task.IsCompleted, $"The host did not open: {host.Said}");
        return host;
    }

    /// <summary>Starts one that is expected to refuse; its whole complaint and its exit code.</summary>
    public static async Task<(int ExitCode, string Said)> Refused(string data, int? port = null, string? connectionString = null)
    {
        await using var host = new StartedHost(data, port ?? FreePort.Any(), connectionString);
        return (await host.Exit(), host.Said);
    }

    public async Task<string> Get(string path)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"http://127.0.0.1:{Port}{path}"));
    }

    /// <summary>Sends the signal and waits for the end.</summary>
    public async Task<int> Stop(string signal)
    {
        await Signal(signal, _process.Id);
        return await Exit();
    }

    public static async Task Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Whatever a failed test left running.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Stop("KILL");
        _process.Dispose();
    }

    private async Task<int> Exit()
    {
        await _ended.Task.WaitAsync(TimeSpan.FromMinutes(2)); // all that it said has been heard
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    private void Heard(string? line)
    {
        if (line is null) _ended.TrySetResult();
        else _said.Enqueue(line);
        if (line?.StartsWith("EventOps is open", StringComparison.Ordinal) == true) _open.TrySetResult();
    }
}
