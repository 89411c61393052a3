using EventOps.Surveys.Ballots;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.Surveys.Tests.Ballots;

public sealed class UrnKeyOfDatabaseTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    [Fact]
    public async Task The_first_visitors_at_once_all_find_their_key()
    {
        var (database, key) = (host.Services.GetRequiredService<NpgsqlDataSource>(), host.Services.GetRequiredService<UrnKey>());
        for (var round = 0; round < 20; round++)
        {
            await host.Database.Execute("delete from surveys.urn_key");
            var found = await Task.WhenAll(
                Enumerable.Range(0, 12).Select(_ => new UrnKeyOfDatabase(database, key).IsOurs().AsTask()));
            Assert.All(found, Assert.True);
        }
    }

    [Fact]
    public async Task The_first_visitors_on_all_hosts_at_once_get_papers_of_one_key()
    {
        var (database, key) = (host.Services.GetRequiredService<NpgsqlDataSource>(), host.Services.GetRequiredService<UrnKey>());
        for (var round = 0; round < 4; round++)
        {
            var survey = Guid.NewGuid();
            var hosts = Enumerable.Range(0, 6).Select(_ => new BallotPapers(database, key)).ToList();
            var found = await Task.WhenAll(hosts.Concat(hosts).Select(one => one.ModulusOf(survey, default).AsTask()));
            Assert.Single(found.Select(Convert.ToHexString).Distinct());
        }
    }

    [Fact]
    public async Task Another_key_is_not_ours()
    {
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        Assert.True(await host.Services.GetRequiredService<UrnKeyOfDatabase>().IsOurs());
        Assert.False(await new UrnKeyOfDatabase(database, UrnKey.New()).IsOurs());
    }
}
