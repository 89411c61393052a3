using EventOps.Accounts.Hearing;
using EventOps.Contracts;
using EventOps.EventStore;

namespace EventOps.Accounts.Tests.Hearing;

[Collection(nameof(OneInstallation))]
public sealed class EventChangedTests(Installation place) : IAsyncLifetime
{
    public Task InitializeAsync() => place.Empty();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_newest_version_counts_in_whatever_order_they_come()
    {
        var id = Guid.NewGuid();
        foreach (var version in new[] { 1, 3, 2, 3 })
            await Hear(id, version, $"Eingang {version}");

        var known = await place.Host.Get<KnownEvents>().ById(id);

        Assert.Equal(["Eingang 3"], known!.Gates);
    }

    [Fact]
    public async Task An_event_of_another_organisation_is_not_there()
    {
        await Hear(Guid.NewGuid(), 1, "Nord", organisation: Guid.NewGuid(), slug: "foreign");

        Assert.Null(await place.Host.Get<KnownEvents>().BySlug(Organisations.First, "foreign"));
    }

    private Task<Outcome> Hear(Guid id, long version, string gate, Guid? organisation = null, string slug = "ogtm17")
    {
        var at = DateTimeOffset.UtcNow;
        return place.Hear(new(
            id, organisation ?? Organisations.First, version, slug, "Tag", "Day", at, at, "Europe/Berlin", [gate], true));
    }
}
