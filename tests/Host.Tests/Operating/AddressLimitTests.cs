using System.Globalization;
using System.Net;
using EventOps.Host.Operating;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EventOps.Host.Tests.Operating;

/// <summary>Who posts too often waits; who is signed in, or comes from elsewhere, does not.</summary>
public sealed class AddressLimitTests
{
    [Fact]
    public async Task An_address_waits_after_its_permits_and_others_do_not()
    {
        await using var host = await Start();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await Post(host, "198.51.100.7")).StatusCode);
        using var fourth = await Post(host, "198.51.100.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, fourth.StatusCode);
        Assert.InRange(fourth.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 1200);
        Assert.Contains("Einen Moment warten.", await fourth.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Post(host, "198.51.100.8")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(host, "198.51.100.7", name: "anna")).StatusCode);
    }

    [Fact]
    public async Task An_unknown_peer_cannot_choose_its_address()
    {
        await using var host = await Start(peer: IPAddress.Parse("203.0.113.9"));
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await Post(host, $"198.51.100.{i}")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Post(host, "198.51.100.99")).StatusCode);
    }

    [Fact]
    public void A_household_is_one_address()
    {
        Assert.Equal(Network("2001:db8:1:2::1"), Network("2001:db8:1:2:ffff::9"));
        Assert.NotEqual(Network("2001:db8:1:2::1"), Network("2001:db8:1:3::1"));
        Assert.Equal(Network("198.51.100.7"), Network("::ffff:198.51.100.7"));
        Assert.NotEqual(Network("198.51.100.7"), Network("198.51.100.8"));
    }

    private static ulong Network(string address) => AddressLimit.Network(IPAddress.Parse(address));

    private static Task<SmallHost> Start(IPAddress? peer = null) => SmallHost.Start(
        routes => routes.MapPost("/post", () => Results.Text("ok")).WithMetadata(
            new LimitedPerAddress("post", 3, TimeSpan.FromHours(1))), peer);

    private static Task<HttpResponseMessage> Post(SmallHost host, string address, string? name = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/post");
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"{address}"));
        if (name is not null) request.Headers.Add("X-Name", name);
        return host.Client.SendAsync(request);
    }
}
