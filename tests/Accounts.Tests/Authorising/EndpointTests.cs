using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Accounts.Tests.Authorising;

[Collection(nameof(OneInstallation))]
public sealed class EndpointTests(Installation place) : IAsyncLifetime
{
    public Task InitializeAsync() => place.Empty();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Every_endpoint_of_the_module_says_who_may_use_it()
    {
        var silent = place.Host.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText != "/forgotten"
                && !endpoint.RoutePattern.RawText!.StartsWith("/ui/", StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
                && endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null)
            .Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Empty(silent);
    }

    [Fact]
    public async Task An_endpoint_that_names_no_policy_is_closed() =>
        Assert.Equal(302, (await place.Host.Visitor().Open("/forgotten")).Status);

    [Fact]
    public async Task A_page_that_does_not_exist_is_a_404_not_a_sign_in() =>
        Assert.Equal(404, (await place.Host.Visitor().Open("/nothing/here")).Status);

    [Fact]
    public async Task A_fragment_without_a_session_is_a_401_not_a_page()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/members");
        request.Headers.Add("X-Fragment", "list");

        Assert.Equal(401, (await place.Host.Visitor().Send(request)).Status);
    }

    [Fact]
    public async Task Pages_are_stored_nowhere() =>
        Assert.True((await place.Host.Visitor().Open("/sign-in")).Answer.Headers.CacheControl!.NoStore);
}
