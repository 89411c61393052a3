using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.CheckingIn;
using EventOps.Registration.Mailing;
using EventOps.Registration.ManagingARegistration;
using EventOps.Registration.Planning;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Placed = EventOps.Registration.Registrations.Registration.Placed;

namespace EventOps.Registration.ReadingTheList;

/// <summary>What the desk does for a person: let in without a scanner, send the ticket again, give the place back.</summary>
public static class ActForPerson
{
    public static void Map(IEndpointRouteBuilder own)
    {
        var person = own.MapGroup("attendees/{id:guid}").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        person.MapPost("check-in", LetIn);
        person.MapPost("mail", SendMail);
        person.MapPost("cancellation", Cancel);
    }

    public static async Task<IResult> LetIn(
        Organised at, Guid id, IFormCollection typed, AttendeeReader list, AttendeeCounts counts, Scanning scanning,
        FormKeys keys, CancellationToken ct)
    {
        if (await list.Find(at.Id, id, ct) is not { } person) return PageAnswers.NotFound();
        var gate = at.Event.Gates.Contains(typed["gate"].ToString()) ? typed["gate"].ToString() : at.Event.Gates[0];
        var scan = keys.Read(typed["key"])?.Id ?? Guid.NewGuid();
        // As if the code on the badge had been typed at the gate: the same rules, the same log.
        await scanning.Scan(
            new(person.Code, scan, Direction.Entry, AttendeeList.EntryList, gate), new(at.Id, at.Event), at.Caller, ct);
        counts.Recount(at.Id);
        return Results.Extensions.SeeOther($"{at.Url}/attendees/{id}?done=in");
    }

    public static async Task<IResult> SendMail(
        Organised at, Guid id, IFormCollection typed, AttendeeReader list, IEventStore store, FormKeys keys, CancellationToken ct)
    {
        if (await list.Find(at.Id, id, ct) is not { Erased: false } person
            || await Registration(store, person, ct) is not { } placed)
            return PageAnswers.NotFound();
        var work = new Work().By(at.Who).Then(commit => RegistrationMail.Send(
            commit, person.RegistrationId, placed.Confirmed ? MailKind.Ticket : MailKind.Confirm, placed.For.Language));
        if (keys.Read(typed["key"]) is { } key) // a second click sends no second mail
        {
            work.Once(IdempotencyKey.Of(key.Id.ToString(), at.Caller.Actor ?? "", "send-ticket-again", id.ToByteArray()))
                .Then(commit => commit.Keep(StatusCodes.Status303SeeOther));
        }

        await store.Handle(work, ct);
        return Results.Extensions.SeeOther($"{at.Url}/attendees/{id}?done=sent");
    }

    public static async Task<IResult> Cancel(
        Organised at, Guid id, AttendeeReader list, AttendeeCounts counts, IEventStore store, CancellationToken ct)
    {
        if (await list.Find(at.Id, id, ct) is not { } person) return PageAnswers.NotFound();
        if (await Registration(store, person, ct) is { } placed)
            await store.Handle(GivePlaceBack.Work(person.RegistrationId, placed.For.PoolIds, id).By(at.Who), ct);
        counts.Recount(at.Id);
        return Results.Extensions.SeeOther($"{at.Url}/attendees/{id}?done=cancelled");
    }

    private static async Task<Placed?> Registration(IEventStore store, ListedAttendee person, CancellationToken ct) => (await store.Load(
        Registrations.Registration.Stream(person.RegistrationId), Registrations.Registration.Decider, ct)).State as Placed;
}
