using EventOps.Contracts;
using EventOps.Registration.WatchingTheGate;
using Microsoft.AspNetCore.Http;

namespace EventOps.Registration.Tests.WatchingTheGate;

public class StillAllowedTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task Who_watches_has_to_prove_the_right_again()
    {
        var (here, elsewhere) = (Guid.NewGuid(), Guid.NewGuid());
        var http = new DefaultHttpContext { RequestServices = host.Services };
        http.Request.Headers[TestCallers.Header] = TestCaller.Scanner(RegistrationHost.City, here, "Nord").ToString();

        Assert.True(await Ask(here));
        Assert.False(await Ask(elsewhere));
        http.Request.Headers.Remove(TestCallers.Header); // as a revoked device: its cookie proves nothing any more
        Assert.False(await Ask(here));

        ValueTask<bool> Ask(Guid eventId) =>
            StillAllowed.Ask(http, Policies.Scanner, caller => caller.MaySee(RegistrationHost.City, eventId));
    }
}
