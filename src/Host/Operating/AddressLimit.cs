using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using EventOps.Ui;

namespace EventOps.Host.Operating;

/// <summary>Slows one address down where anyone may post; who is signed in is not counted here.</summary>
public sealed class AddressLimit(RequestDelegate next) : IDisposable
{
    private readonly record struct Bucket(string Group, ulong Network);

    private sealed record Attempt(Bucket Bucket, LimitedPerAddress Limit);

    private readonly PartitionedRateLimiter<Attempt> _limiter = PartitionedRateLimiter.Create<Attempt, Bucket>(attempt =>
        RateLimitPartition.GetTokenBucketLimiter(attempt.Bucket, _ => Options(attempt.Limit)));

    /// <summary>Lets the request pass, or answers 429 with the time to wait.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<LimitedPerAddress>();
        if (limit is null || http.User.Identity is { IsAuthenticated: true } || IsThisMachine(http)) return next(http);
        using var permit = _limiter.AttemptAcquire(new(new(limit.Group, Network(http.Connection.RemoteIpAddress)), limit));
        if (permit.IsAcquired) return next(http);
        var wait = permit.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : limit.Window;
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter =
            Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask; // CalmAnswers writes the page
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

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

    private static TokenBucketRateLimiterOptions Options(LimitedPerAddress limit) => new()
    {
        TokenLimit = limit.Permits,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = limit.Window / limit.Permits,
        QueueLimit = 0,
    };
}
