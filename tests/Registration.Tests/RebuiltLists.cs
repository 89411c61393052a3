using EventOps.EventStore;
using EventOps.EventStore.Projecting;
using EventOps.Registration.Attendees;
using EventOps.Registration.Events;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests;

public class RebuiltLists(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Theory]
    [InlineData("registration.events")]
    [InlineData("registration.attendees")]
    public async Task Folded_anew_a_list_is_the_same(string projection)
    {
        var planned = await PlannedEvent.In(host);
        await PlannedEvent.In(host, publish: false);
        await host.Store.Handle(Event.Stream(planned.Id), Event.Decider, new WithdrawEvent());
        var here = await planned.SignUp(host);
        var held = await planned.SignUp(host, confirmBy: host.Clock.Now.AddDays(1));
        var left = await planned.SignUp(host);
        await planned.SignUp(host);
        await Act(held, new ConfirmTicket());
        await Act(here, In("Nord", planned));
        await Act(
            left, In("Süd", planned), new CheckOut(planned.Id, AttendeeList.EntryList, "Süd", Guid.NewGuid(), host.Clock.Now));
        await Act(held, new CancelTicket());

        var live = await Rows(projection);
        await host.Services.GetRequiredService<Rebuild>().Run(projection);

        Assert.NotEqual("[]", live);
        Assert.Equal(live, await Rows(projection));
    }

    private CheckIn In(string gate, PlannedEvent planned) =>
        new(planned.Id, AttendeeList.EntryList, gate, Guid.NewGuid(), host.Clock.Now);

    private async Task Act(Guid attendee, params AttendeeCommand[] commands)
    {
        foreach (var command in commands)
            Assert.Null((await host.Store.Handle(Attendee.Stream(attendee), Attendee.Decider, command)).Refusal);
    }

    private async Task<string?> Rows(string table) =>
        await host.Database.Read<string>(
            $"select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]')::text from {table} t");
}
