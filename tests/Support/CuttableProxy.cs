using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EventOps.Support;

/// <summary>A cable between a host and its database that a test can pull and plug in again.</summary>
public sealed class CuttableProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly (string Host, int Port) _target;
    private readonly Task _accepting;
    private volatile bool _cut;
    private volatile bool _withholding;

    /// <summary>Stands before the server of a connection string.</summary>
    public CuttableProxy(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        _target = (settings.Host!, settings.Port);
        _listener.Start();
        (settings.Host, settings.Port) = ("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port);
        ConnectionString = settings.ConnectionString;
        _accepting = Accept();
    }

    /// <summary>The way through the proxy.</summary>
    public string ConnectionString { get; }

    /// <summary>Ends all connections and every new one.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var client in _open.Keys)
            client.Dispose();
    }

    /// <summary>Lets new connections through again.</summary>
    public void Plug() => _cut = _withholding = false;

    /// <summary>Keeps the server's answers back: what is sent still arrives there. Ends with a cut.</summary>
    public void Withhold() => _withholding = true;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Dispose();
        await _accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // stopped
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            if (_cut) return;
            _open[client] = _open[server] = 0;
            try
            {
                await server.ConnectAsync(_target.Host, _target.Port);
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream()), Answer(server.GetStream(), client.GetStream()));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                // one side is gone, so is the other
            }

            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
        }
    }

    private async Task Answer(NetworkStream server, NetworkStream client)
    {
        var buffer = new byte[81_920];
        while (await server.ReadAsync(buffer) is > 0 and var length)
        {
            while (_withholding && !_cut)
                await Task.Delay(5);
            await client.WriteAsync(buffer.AsMemory(0, length));
        }
    }
}
