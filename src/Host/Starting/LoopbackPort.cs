using System.Net;
using System.Net.Sockets;

namespace EventOps.Host.Starting;

/// <summary>Finds a port for the embedded database.</summary>
public static class LoopbackPort
{
    /// <summary>Whether nobody listens there.</summary>
    public static bool IsFree(int port)
    {
        if (port == 0) return false;
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>One that the system hands out.</summary>
    public static int AnyFree()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
