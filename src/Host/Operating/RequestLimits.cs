using System.Net;
using EventOps.Host.Starting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using IPNetwork = System.Net.IPNetwork;

namespace EventOps.Host.Operating;

/// <summary>How much of a request is taken, for how long, and from which proxy its address is believed.</summary>
public static class RequestLimits
{
    /// <summary>A form or API call; an upload route raises it with RequestSizeLimitAttribute.</summary>
    public const long LargestBody = 1 << 20;

    /// <summary>The end of waiting; a live stream lifts it with DisableRequestTimeout().</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>Limits of the server.</summary>
    public static void Set(KestrelServerOptions server, HostSettings settings)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestBody;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75); // longer than a proxy's, so that the proxy closes first
        server.Limits.MaxConcurrentConnections = 20_000;
        server.Listen(settings.Listen, settings.Port);
    }

    /// <summary>The deadline, and the trust in proxies.</summary>
    public static void AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = Proxies(configuration["EVENTOPS_PROXIES"]);
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = Deadline,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
        services.Configure<ForwardedHeadersOptions>(headers =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            headers.ForwardLimit = null; // as many as are known
            foreach (var proxy in proxies) headers.KnownIPNetworks.Add(proxy); // loopback is known already
        });
    }

    private static List<IPNetwork> Proxies(string? configured)
    {
        var networks = new List<IPNetwork>();
        foreach (var entry in (configured ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(entry, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(entry, out var address)) networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else throw new CannotStart(
                $"EVENTOPS_PROXIES must list addresses or networks such as 10.0.0.5 or 10.1.0.0/16, not '{entry}'.");
        }

        return networks;
    }
}
