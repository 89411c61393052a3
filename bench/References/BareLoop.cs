using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EventOps.Bench.References;

/// <summary>A process that does nothing but write the same bytes to every socket it has: the least that telling all can cost.</summary>
public sealed class BareLoop : IAsyncDisposable
{
    /// <summary>The argument that makes this program the loop.</summary>
    public const string Verb = "bare-loop";

    private readonly Process _process;

    private BareLoop(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<BareLoop> Start()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(BareLoop).Assembly.Location, Verb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        return new(process, port);
    }

    /// <summary>Has a message written to all; returns when that was asked for.</summary>
    public async Task<long> Send(long id, byte[] frame)
    {
        var text = Encoding.UTF8.GetString(frame);
        var numbered = $"id: {id.ToString(CultureInfo.InvariantCulture)}{text[text.IndexOf('\n', StringComparison.Ordinal)..]}";
        var line = Convert.ToBase64String(Encoding.UTF8.GetBytes(numbered));
        var sent = Stopwatch.GetTimestamp();
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        return sent;
    }

    /// <summary>The other side: listens, and writes each line that it reads to all who came.</summary>
    public static async Task Serve()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(8192);
        var sockets = new List<Socket>();
        _ = Task.Run(async () =>
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync();
                socket.NoDelay = true;
                lock (sockets) sockets.Add(socket);
            }
        });
        Console.Out.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var bytes = Convert.FromBase64String(line);
            Socket[] all;
            lock (sockets) all = [.. sockets];
            foreach (var socket in all) socket.Send(bytes);
        }
    }

    public ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
