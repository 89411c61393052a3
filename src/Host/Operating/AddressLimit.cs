using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EventOps.Ui;

namespace EventOps.Host.Operating;

/// <summary>
/// Slows one address down where anyone may post; who is signed in is not counted here. Permits that came back are counted when the
/// address is seen again: a limiter with a timer looks at all addresses ten times a second, and in a rush these are thousands.
/// </summary>
public sealed class AddressLimit(RequestDelegate next)
{
    private static readonly long s_sweepEvery = 60 * Stopwatch.Frequency;

    private readonly ConcurrentDictionary<Bucket, Permits> _buckets = new();
    private long _sweptAt = Stopwatch.GetTimestamp();

    private readonly record struct Bucket(string Group, ulong Network);

    private sealed class Permits(LimitedPerAddress limit)
    {
        public TimeSpan Window => limit.Window;

        public double Left { get; set; } = limit.Permits;

        public long At { get; set; } = Stopwatch.GetTimestamp();
    }

    /// <summary>Lets the request pass, or answers 429 with the time to wait.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<LimitedPerAddress>();
        if (limit is null || http.User.Identity is { IsAuthenticated: true } || IsThisMachine(http)) return next(http);
        if (Wait(new(limit.Group, Network(http.Connection.RemoteIpAddress)), limit) is not { } wait) return next(http);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter =
            Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask; // CalmAnswers writes the page
    }

    /// <summary>An IPv4 address, or the /64 that one household or host has in IPv6.</summary>
    public static ulong Network(IPAddress? address)
    {
        if (address is null) return 0;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return address.AddressFamily == AddressFamily.InterNetwork
            ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    // Whoever comes through a proxy has an address of their own; what comes from here without one is the operator.
    private static bool IsThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    /// <summary>Takes a permit; how long until there is one, where there is none.</summary>
    private TimeSpan? Wait(Bucket bucket, LimitedPerAddress limit)
    {
        var (now, each) = (Stopwatch.GetTimestamp(), limit.Window / limit.Permits);
        if (now - Volatile.Read(ref _sweptAt) > s_sweepEvery) Sweep(now);
        var permits = _buckets.GetOrAdd(bucket, static (_, limit) => new(limit), limit);
        lock (permits)
        {
            permits.Left = Math.Min(limit.Permits, permits.Left + (Stopwatch.GetElapsedTime(permits.At, now) / each));
            permits.At = now;
            if (permits.Left < 1) return each * (1 - permits.Left);
            permits.Left--;
            return null;
        }
    }

    // Who was not seen for a whole window has all permits back, as if never seen.
    private void Sweep(long now)
    {
        Volatile.Write(ref _sweptAt, now);
        foreach (var (bucket, permits) in _buckets)
        {
            if (Stopwatch.GetElapsedTime(permits.At, now) > permits.Window) _buckets.TryRemove(bucket, out _);
        }
    }
}
