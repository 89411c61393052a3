using EventOps.EventStore;
using Npgsql;

namespace EventOps.Accounts.Tests;

[Collection(nameof(OneInstallation))]
public sealed class ReadModels(Installation place) : IAsyncLifetime
{
    public Task InitializeAsync() => place.Empty();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Live_read_models_equal_rebuilt_ones()
    {
        await place.Plan(Installation.Ogtm, "ogtm17", "Nord");
        var organiser = await place.Organiser();
        await place.Colleague(organiser, "Sepp Tor", "sepp@stadt.example", Installation.Ogtm.ToString());
        await Installation.Invite(organiser, "Aylin", "aylin@stadt.example");
        var aylin = await place.Database.Read<Guid>("select subject_id from accounts.personal where name = 'Aylin'");
        await organiser.Fill("/members", $"/members/{aylin}/rights/revoke");
        await organiser.Fill("/members", $"/members/{aylin}/rights", ("right", "organiser"));
        await organiser.Fill("/members", $"/members/{aylin}/remove");
        await Installation.Offer(organiser);
        var device = await place.Database.Read<Guid>("select device_id from accounts.devices");
        await organiser.Fill("/events/ogtm17/devices", $"/events/ogtm17/devices/{device}/revoke");

        foreach (var projection in place.Host.Get<EventStoreModel>().InlineProjections)
            await IsTheSame(projection);
    }

    // All events at once in one batch: harder than live, where they come one by one.
    private async Task IsTheSame(Projection projection)
    {
        var shadow = projection.Table + "_shadow";
        await place.Database.Execute($"create table {shadow} (like {projection.Table} including all)");
        var events = await All(projection);
        Assert.NotEmpty(events);
        await using var batch = place.Database.DataSource.CreateBatch();
        projection.Project(events, batch, shadow);
        await batch.ExecuteNonQueryAsync();

        Assert.NotEqual("", await Rows(projection.Table));
        Assert.Equal(await Rows(projection.Table), await Rows(shadow));
    }

    private async Task<List<Recorded>> All(Projection projection)
    {
        var streams = new List<string>();
        await using (var command = place.Database.DataSource.CreateCommand("select id from eventops.mt_streams order by id"))
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                streams.Add(reader.GetString(0));
        var events = new List<Recorded>();
        foreach (var stream in streams)
            events.AddRange(await place.Host.Get<IEventStore>().Read(stream));
        return [.. events.Where(recorded => projection.Events.Contains(recorded.Event.GetType()))
            .OrderBy(recorded => recorded.Sequence)];
    }

    private async Task<string> Rows(string table) => await place.Database.Read<string>(
        $"select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from {table} t") ?? "";
}
