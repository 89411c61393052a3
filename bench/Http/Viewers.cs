using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EventOps.Bench.Measuring;

namespace EventOps.Bench.Http;

/// <summary>Thousands of open event streams, each a socket of its own; tells when each has received a message.</summary>
public sealed class Viewers(int count) : IDisposable
{
    private const int AtOnce = 100;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly Socket[] _sockets = new Socket[count];
    private readonly long[] _seen = new long[count];
    private readonly long[] _at = new long[count];
    private TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _wanted;
    private int _waiting;

    /// <summary>The bytes of the last whole message, as the first viewer got them.</summary>
    public byte[] LastFrame { get; private set; } = [];

    /// <summary>When each viewer had a message, in ms since it was sent, ascending.</summary>
    public sealed record Round(double[] Latencies)
    {
        public double All => Latencies[^1];

        public double Percentile(double share) => Latencies[Math.Min(Latencies.Length - 1, (int)(Latencies.Length * share))];
    }

    public async Task Connect(int port, string request)
    {
        var bytes = Encoding.ASCII.GetBytes(request);
        for (var from = 0; from < count; from += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(from, Math.Min(AtOnce, count - from)).Select(async viewer =>
            {
                var socket = _sockets[viewer] = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port);
                await socket.SendAsync(bytes);
                _ = Read(viewer, socket);
            }));
        }
    }

    /// <summary>Waits until all have the message with this id, or a later one.</summary>
    public async Task<Round> Wait(long id, long sentAt)
    {
        // Some may have it already.
        var all = _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _waiting, count);
        Volatile.Write(ref _wanted, id);
        for (var viewer = 0; viewer < count; viewer++)
            if (Volatile.Read(ref _seen[viewer]) >= id) Count(viewer, id);
        try
        {
            await all.Task.WaitAsync(s_patience);
        }
        catch (TimeoutException)
        {
            throw new CannotMeasure($"{_seen.Count(seen => seen < id)} of {count} viewers did not get message {id}.");
        }

        return new([.. _at.Select(at => Math.Max(0, Stopwatch.GetElapsedTime(sentAt, at).TotalMilliseconds)).Order()]);
    }

    public void Dispose()
    {
        foreach (var socket in _sockets) socket?.Dispose();
    }

    private readonly long[] _counted = new long[count];

    // Counted once a round, by whoever sees it first: the reader or the one who waits.
    private void Count(int viewer, long id)
    {
        var before = Volatile.Read(ref _counted[viewer]);
        if (before >= id || Interlocked.CompareExchange(ref _counted[viewer], id, before) != before) return;
        if (Interlocked.Decrement(ref _waiting) == 0) _all.TrySetResult();
    }

    private async Task Read(int viewer, Socket socket)
    {
        var (buffer, frame, id) = (new byte[4096], new MemoryStream(), 0L);
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var length)
            {
                var chunk = buffer.AsSpan(0, length);
                var start = chunk.IndexOf("id: "u8);
                if (start >= 0)
                {
                    frame.SetLength(0);
                    id = Id(chunk[(start + 4)..]);
                    chunk = chunk[start..];
                }

                if (viewer == 0) frame.Write(chunk);
                if (id == 0 || !Ends(chunk)) continue;
                _at[viewer] = Stopwatch.GetTimestamp();
                if (viewer == 0) LastFrame = frame.ToArray();
                Volatile.Write(ref _seen[viewer], id);
                if (id >= Volatile.Read(ref _wanted)) Count(viewer, Volatile.Read(ref _wanted));
                id = 0;
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // the measurement is over
        }
    }

    // A chunk of the transfer encoding may close behind the message.
    private static bool Ends(ReadOnlySpan<byte> chunk) => chunk.EndsWith("\n\n"u8) || chunk.EndsWith("\n\n\r\n"u8);

    private static long Id(ReadOnlySpan<byte> rest) =>
        rest.IndexOf((byte)'\n') is > 0 and var end
        && long.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
