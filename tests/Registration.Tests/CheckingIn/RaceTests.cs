using EventOps.EventStore.Projecting;
using EventOps.Registration.WatchingTheGate;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.CheckingIn;

public class RaceTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    private const int Tickets = 50;
    private const int Devices = 8;

    [Fact]
    public async Task Eight_devices_that_read_the_same_ticket_at_once_let_one_person_in()
    {
        var planned = await PlannedEvent.In(host);
        var gates = Enumerable.Range(0, Devices).Select(i => new Gate(host, planned, i % 2 == 0 ? "Nord" : "Süd")).ToList();
        var codes = new List<string>();
        for (var i = 0; i < Tickets; i++)
            codes.Add((await gates[0].Ticket("Gast", $"Nr. {i}")).Code);

        var answers = await Task.WhenAll(
            from code in codes from gate in gates select Read(gate, code));

        foreach (var ticket in answers.GroupBy(answer => answer.Code))
        {
            var green = Assert.Single(ticket, answer => answer.Answer.Result == "ok");
            var others = ticket.Where(answer => answer != green).ToList();
            Assert.All(others, other =>
                Assert.Equal(("already-checked-in", green.Answer.FirstGate), (other.Answer.Result, other.Answer.FirstGate)));
        }

        Assert.Equal(
            (long)Tickets * Devices,
            await host.Database.Read<long>($"select count(*) from registration.scans where event_id = '{planned.Id}'"));
        await host.Services.GetRequiredService<ProjectionProgress>().CaughtUp();
        var figures = await host.Services.GetRequiredService<ArrivalReader>().Of(planned.Id, "Europe/Berlin", default);
        Assert.Equal((Tickets, Tickets), (figures.Present, figures.Expected));
    }

    private static async Task<(string Code, Answer Answer)> Read(Gate gate, string code) => (code, await gate.Scan(code));
}
