using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.Mailing;
using EventOps.Registration.Pools;
using EventOps.Registration.Registrations;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.ManagingARegistration;

/// <summary>The button behind the mail's link: programs that open links confirm nothing, people do.</summary>
public static class ConfirmAddress
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/registrations/{token}/confirmation", Handle)
        .AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static async Task<IResult> Handle(
        string token, HttpContext http, RegistrationRecords records, IEventStore store, CancellationToken ct)
    {
        if (await records.Open(token, ct) is not { } record) return PageAnswers.NotFound();
        if (http.DropsForgedForm() || record.State is not Registrations.Registration.Placed { Confirmed: false } held)
            return Results.Extensions.SeeOther(record.Path);
        var work = new Work()
            .On(Registrations.Registration.Stream(record.Id), Registrations.Registration.Decider, new ConfirmRegistration());
        foreach (var poolId in held.For.PoolIds)
            work.On(Pool.Stream(poolId), Pool.Decider, new ConfirmPlaces(held.AttendeeIds));
        foreach (var id in held.AttendeeIds)
            work.On(Attendee.Stream(id), Attendee.Decider, new ConfirmTicket());
        work.Then(commit =>
        {
            if (commit.Events.Count > 0) RegistrationMail.Send(commit, record.Id, MailKind.Ticket, record.Language);
        });
        var outcome = await store.Handle(work, ct);
        return outcome.Refusal is { } refusal ? Pages.Refused(refusal, record.Event) : Results.Extensions.SeeOther(record.Path);
    }
}
