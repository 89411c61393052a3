using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.Pools;
using EventOps.Registration.Registrations;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.ManagingARegistration;

/// <summary>Returns one attendee's place; the last one ends the registration.</summary>
public static class GivePlaceBack
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/registrations/{token}/attendees/{attendeeId:guid}/cancellation", Handle)
            .AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static async Task<IResult> Handle(
        string token, Guid attendeeId, HttpContext http, RegistrationRecords records, IEventStore store, CancellationToken ct)
    {
        if (await records.Open(token, ct) is not { } record) return PageAnswers.NotFound();
        if (http.DropsForgedForm() || record.State is not Registrations.Registration.Placed placed
            || !placed.AttendeeIds.Contains(attendeeId))
            return Results.Extensions.SeeOther(record.Path); // given back already
        var outcome = await store.Handle(Work(record.Id, placed.For.PoolIds, attendeeId), ct);
        return outcome.Refusal is { } refusal ? Pages.Refused(refusal, record.Event) : Results.Extensions.SeeOther(record.Path);
    }

    /// <summary>The place, the ticket and the registration's share of it, in one transaction.</summary>
    public static Work Work(Guid registrationId, IReadOnlyList<Guid> poolIds, Guid attendeeId) =>
        Add(new(), registrationId, poolIds, attendeeId);

    /// <summary>The same as a part of something larger.</summary>
    public static Work Add(Work work, Guid registrationId, IReadOnlyList<Guid> poolIds, Guid attendeeId)
    {
        work.On(
            Registrations.Registration.Stream(registrationId), Registrations.Registration.Decider, new ReturnPlace(attendeeId))
            .On(Attendee.Stream(attendeeId), Attendee.Decider, new CancelTicket());
        foreach (var poolId in poolIds)
            work.On(Pool.Stream(poolId), Pool.Decider, new ReleasePlaces([attendeeId]));
        return work;
    }
}
