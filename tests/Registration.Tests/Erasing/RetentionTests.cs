using EventOps.Registration.Erasing;
using EventOps.Registration.Events;
using EventOps.Registration.Pools;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.Erasing;

/// <summary>Names go on the day that the form named, and nothing else does.</summary>
public sealed class RetentionTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task Names_go_so_many_days_after_the_event_and_the_counts_stay()
    {
        var soon = await PlannedEvent.In(host, rules: SignUpRules.Usual with { EraseAfterDays = 7 });
        var later = await PlannedEvent.In(host, rules: SignUpRules.Usual with { EraseAfterDays = 90 });
        await soon.SignUp(host);
        await later.SignUp(host);
        var retention = host.Services.GetRequiredService<Retention>();

        host.Clock.Now += TimeSpan.FromDays(21 + 7);
        Assert.Equal(0, await retention.Run(default)); // the day itself is not over yet
        host.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, await retention.Run(default));
        Assert.Equal((0, 1), (await Named(soon), await Named(later)));
        Assert.Equal(1, (await host.Store.Load(Pool.Stream(soon.PoolId), Pool.Decider)).State.Taken);
        Assert.Equal(0, await retention.Run(default));
    }

    private async Task<long> Named(PlannedEvent planned)
    {
        await using var count = host.Database.DataSource.CreateCommand(
            $"select count(*) from registration.personal where event_id = '{planned.Id}'");
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
