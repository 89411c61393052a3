using EventOps.Barcamp.Interest;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Barcamp.Tests.Interest;

public sealed class StarRetentionTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Fact]
    public async Task After_so_many_days_only_totals_are_left()
    {
        var camp = await host.Plan();
        var (author, _) = await camp.Participant();
        var proposal = await camp.Propose(author, "Wird gemerkt");
        for (var person = 0; person < 3; person++) await camp.Star((await camp.Participant()).Browser, proposal);
        var retention = host.Services.GetRequiredService<StarRetention>();
        var began = host.Clock.Now;
        try
        {
            host.Clock.Now = began.AddDays(29);
            await retention.Run(default);
            Assert.Equal(3, await Count("stars"));
            host.Clock.Now = began.AddDays(31);
            Assert.Equal(3, await retention.Run(default));
            Assert.Equal(0, await retention.Run(default));
            Assert.Equal(0, await Count("stars"));
            Assert.Equal(0, await Count("voters"));
            Assert.Equal(
                3, await host.Database.Read<int>($"select stars from barcamp.star_totals where proposal_id = '{proposal}'"));
            await Task.Delay(600); // counts are kept for half a second
            Assert.Equal(3, (await host.Services.GetRequiredService<StarCounts>().Of(camp.Id, default))[proposal].People);
        }
        finally
        {
            host.Clock.Now = began;
        }

        Task<long> Count(string table) => host.Database.Read<long>(
            $"select count(*) from barcamp.{table} where event_id = '{camp.Id}'");
    }
}
