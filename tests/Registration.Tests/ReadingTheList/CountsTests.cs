using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.ReadingTheList;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.ReadingTheList;

/// <summary>What is counted by looking at changes only is what counting everything gives.</summary>
public class CountsTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task Counts_follow_every_change_of_an_attendee()
    {
        var planned = await PlannedEvent.In(host, types: ["Stadt", "Presse"]);
        var elsewhere = await PlannedEvent.In(host);
        var dice = new Random(17);
        var people = new List<Guid>();
        await Compare(planned.Id);
        for (var step = 0; step < 60; step++)
        {
            if (people.Count < 5 || dice.Next(3) == 0)
                people.Add(await planned.SignUp(
                    host, type: planned.Types[dice.Next(2)], confirmBy: dice.Next(2) == 0 ? null : host.Clock.Now.AddHours(1)));
            else await Act(people[dice.Next(people.Count)]);
            if (dice.Next(4) == 0) await elsewhere.SignUp(host);
            if (dice.Next(2) == 0) await Compare(planned.Id);
        }

        await Compare(planned.Id);
        await Compare(elsewhere.Id);

        async Task Act(Guid attendee)
        {
            AttendeeCommand command = dice.Next(4) switch
            {
                0 => new ConfirmTicket(),
                1 => new CancelTicket(),
                2 => new CheckIn(planned.Id, AttendeeList.EntryList, "Nord", Guid.NewGuid(), host.Clock.Now),
                _ => new CheckOut(planned.Id, AttendeeList.EntryList, "Nord", Guid.NewGuid(), host.Clock.Now),
            };
            await host.Store.Handle(new Work().On(Attendee.Stream(attendee), Attendee.Decider, command));
        }
    }

    private async Task Compare(Guid eventId)
    {
        var counts = host.Services.GetRequiredService<AttendeeCounts>();
        counts.Recount(eventId);
        var told = (await counts.Of(eventId, default)).Select(count => $"{count.TicketTypeId} {count.State} {count.Count}");
        var all = await host.Database.Read<string[]>($"""
            select coalesce(array_agg(concat(type, ' ', state, ' ', people)), '{"{}"}') from (
              select ticket_type_id type, case when status = 'expected' and present then 'present' else status end state, count(*) people
              from registration.attendees where event_id = '{eventId}' group by 1, 2) counted
            """);
        Assert.Equal(all!.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }
}
