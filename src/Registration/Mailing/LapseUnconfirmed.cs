using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Attendees;
using EventOps.Registration.Pools;
using EventOps.Registration.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Mailing;

/// <summary>Frees places whose address nobody confirmed in time.</summary>
public static class LapseUnconfirmed
{
    public static async Task<Work> Handle(ConfirmationOverdue message, Handling context)
    {
        var store = context.Services.GetRequiredService<IEventStore>();
        var stream = Registrations.Registration.Stream(message.RegistrationId);
        var (registration, _) = await store.Load(stream, Registrations.Registration.Decider, context.Cancellation);
        if (registration is not Registrations.Registration.Placed { Confirmed: false } held) return new();
        var work = new Work().By(context.Metadata).On(stream, Registrations.Registration.Decider, new ExpireRegistration());
        foreach (var poolId in held.For.PoolIds)
            work.On(Pool.Stream(poolId), Pool.Decider, new LapsePlaces(held.AttendeeIds));
        foreach (var id in held.AttendeeIds)
            work.On(Attendee.Stream(id), Attendee.Decider, new LapseTicket());
        return work;
    }
}
