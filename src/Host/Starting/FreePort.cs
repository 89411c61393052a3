using System.Net;
using System.Net.Sockets;

namespace EventOps.Host.Starting;

/// <summary>Looks for free ports.</summary>
public static class FreePort
{
    /// <summary>Whether nobody listens there.</summary>
    public static bool Is(int port, IPAddress address)
    {
        if (port == 0) return false;
        try
        {
            using var probe = new TcpListener(address, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>One that the system hands out, on loopback.</summary>
    public static int Any()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
