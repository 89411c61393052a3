using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using EventOps.Bench.Measuring;

namespace EventOps.Bench.Http;

/// <summary>
/// Sends prepared requests over a number of connections, each the next one as soon as it is answered. One thread waits for all
/// connections: on two cores, a client that costs as much as the host would measure itself.
/// </summary>
public static class Burst
{
    private const int WaitAtMost = 20_000_000; // us

    private sealed class Line(Socket socket)
    {
        public Socket Socket => socket;

        public int Request { get; set; } = -1;

        public long Sent { get; set; }

        public byte[] Buffer { get; set; } = new byte[16 * 1024];

        public int Filled { get; set; }
    }

    /// <summary>Runs all requests; <paramref name="answered"/> is given the request's number and its whole answer.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="connections">How many clients.</param>
    /// <param name="requests">How many requests.</param>
    /// <param name="request">The bytes of a request by its number.</param>
    /// <param name="answered">Sees each answer.</param>
    public static Load Run(Uri host, int connections, int requests, Func<int, byte[]> request, Action<int, Answer> answered)
    {
        var lines = Enumerable.Range(0, Math.Min(connections, requests))
            .Select(_ => new Line(Connect(host))).ToDictionary(line => line.Socket);
        var latencies = new double[requests];
        var next = 0;
        var start = Stopwatch.GetTimestamp();
        foreach (var line in lines.Values)
            Send(line, next++, request);
        while (lines.Count > 0)
        {
            var ready = lines.Keys.ToList();
            Socket.Select(ready, null, null, WaitAtMost);
            if (ready.Count == 0) throw new CannotMeasure("The host does not answer.");
            foreach (var line in ready.Select(socket => lines[socket]))
            {
                if (Receive(line) is not { } answer) continue;
                latencies[line.Request] = Stopwatch.GetElapsedTime(line.Sent).TotalMilliseconds;
                answered(line.Request, answer);
                line.Filled = 0;
                if (next < requests) Send(line, next++, request);
                else Close(lines, line);
            }
        }

        var took = Stopwatch.GetElapsedTime(start);
        Array.Sort(latencies);
        return new(took, latencies);
    }

    private static Socket Connect(Uri host)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Parse(host.Host), host.Port);
        return socket;
    }

    private static void Send(Line line, int number, Func<int, byte[]> request)
    {
        (line.Request, line.Sent) = (number, Stopwatch.GetTimestamp());
        line.Socket.Send(request(number));
    }

    private static Answer? Receive(Line line)
    {
        if (line.Filled == line.Buffer.Length)
        {
            var larger = new byte[line.Buffer.Length * 2];
            line.Buffer.CopyTo(larger, 0);
            line.Buffer = larger;
        }

        var got = line.Socket.Receive(line.Buffer.AsSpan(line.Filled));
        if (got == 0) throw new CannotMeasure("The host closed a connection.");
        line.Filled += got;
        return Answer.Whole(line.Buffer.AsMemory(0, line.Filled));
    }

    private static void Close(Dictionary<Socket, Line> lines, Line line)
    {
        lines.Remove(line.Socket);
        line.Socket.Dispose();
    }
}
