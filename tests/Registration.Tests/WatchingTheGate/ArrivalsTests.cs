using System.Text.Json;
using EventOps.EventStore.Projecting;
using EventOps.Registration.Tests.CheckingIn;
using EventOps.Registration.WatchingTheGate;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.WatchingTheGate;

public class ArrivalsTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task The_count_follows_the_gates()
    {
        var planned = await PlannedEvent.In(host);
        using var north = new Gate(host, planned);
        using var south = new Gate(host, planned, "Süd");
        var (_, first) = await north.Ticket();
        var (_, second) = await north.Ticket();
        await north.Ticket();
        await north.Scan(first);
        await south.Scan(second);
        await south.Scan(first, "exit");
        await north.Scan(second, more: new { wasOnlyOutside = true });
        await north.Scan(second, more: new { list = "lunch" });

        var figures = await Figures(planned);

        Assert.Equal((3, 1, 2, 1), (figures.Expected, figures.Present, figures.Entered, figures.Left));
        Assert.Equal([new("Nord", 1, 0), new("Süd", 1, 1)], figures.Gates);
        Assert.Equal([new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), 2, 1)], figures.Quarters);
    }

    [Fact]
    public async Task Counted_anew_it_is_the_same()
    {
        var planned = await PlannedEvent.In(host);
        using var gate = new Gate(host, planned);
        for (var i = 0; i < 12; i++)
        {
            var (_, code) = await gate.Ticket();
            await gate.Scan(code, more: new { gate = i % 3 == 0 ? "Nord" : "Süd", at = host.Clock.Now.AddMinutes(-11 * i) });
            if (i % 4 == 0) await gate.Scan(code, "exit");
        }

        var live = JsonSerializer.Serialize(await Figures(planned));
        await host.Services.GetRequiredService<Rebuild>().Run(Arrivals.Name);
        var rebuilt = JsonSerializer.Serialize(await Figures(planned));

        Assert.Equal(live, rebuilt);
        Assert.Contains("\"Present\":9", rebuilt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewers_are_told_of_every_change_and_miss_none_while_they_are_away()
    {
        var planned = await PlannedEvent.In(host);
        using var gate = new Gate(host, planned);
        var (_, first) = await gate.Ticket();
        var (_, second) = await gate.Ticket();

        using var stream = await LiveReader.Open(gate.Http, planned.Slug);
        Assert.Equal((0, 0L), await stream.Next());
        await gate.Scan(first);
        var (present, id) = await stream.Next();
        Assert.Equal(1, present);
        stream.Dispose();

        await gate.Scan(second);
        using var again = await LiveReader.Open(gate.Http, planned.Slug, id);
        Assert.Equal((2, 2L), await again.Next());
        await gate.Scan(second, "exit");
        Assert.Equal((1, 3L), await again.Next());
    }

    [Fact]
    public async Task Fragments_are_told_too()
    {
        var planned = await PlannedEvent.In(host);
        using var gate = new Gate(host, planned);
        var (_, code) = await gate.Ticket();
        using var stream = await LiveReader.Open(gate.Http, planned.Slug);
        await stream.Next();
        Assert.Equal((0L, "changed", ""), await stream.Message());

        await gate.Scan(code);

        Assert.Equal((1, 1L), await stream.Next());
        Assert.Equal((1L, "changed", ""), await stream.Message());
    }

    [Fact]
    public async Task Only_staff_of_the_event_may_watch()
    {
        var (planned, other) = (await PlannedEvent.In(host), await PlannedEvent.In(host));
        using var gate = new Gate(host, planned);
        using var nobody = host.As();

        Assert.Equal(404, (int)(await gate.Http.GetAsync($"/events/{other.Slug}/arrivals/stream")).StatusCode);
        Assert.Equal(401, (int)(await nobody.Http.GetAsync($"/events/{planned.Slug}/arrivals/stream")).StatusCode);
    }

    private async Task<ArrivalFigures> Figures(PlannedEvent planned)
    {
        await host.Services.GetRequiredService<ProjectionProgress>().CaughtUp();
        return await host.Services.GetRequiredService<ArrivalReader>().Of(planned.Id, "Europe/Berlin", default);
    }
}
