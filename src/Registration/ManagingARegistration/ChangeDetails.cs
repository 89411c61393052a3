using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.SigningUp;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.ManagingARegistration;

/// <summary>Corrects what stands on a badge. The event says that it was corrected; what it says now is a personal row.</summary>
public static class ChangeDetails
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/registrations/{token}/attendees/{attendeeId:guid}", Handle)
        .AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static async Task<IResult> Handle(
        string token, Guid attendeeId, HttpContext http, RegistrationRecords records, IEventStore store, FormKeys keys,
        CancellationToken ct)
    {
        if (await records.Open(token, ct) is not { } record
            || record.Holders.FirstOrDefault(one => one.AttendeeId == attendeeId) is not { Erased: false } holder) return PageAnswers.NotFound();
        http.PreferLanguage(record.Language);
        http.Response.Headers.CacheControl = "no-store";
        var forged = http.DropsForgedForm();
        var form = DetailsForm.Read(attendeeId, await http.Request.ReadFormAsync(ct));
        if (forged) form.Errors.Add("givenName", SigningUpTexts.Of["error.again"]);
        if (form.Errors.Any) return ShowRegistration.Page(record, keys.Issue(), form);
        var work = new Work().On(Attendee.Stream(attendeeId), Attendee.Decider, new CorrectDetails())
            .Then(commit => commit.Write(new PersonalRow(
                attendeeId, record.Found.Id, form.GivenName, form.FamilyName, holder.Email, form.Organisation,
                SignUpWork.Json(holder.Answers))));
        if ((await store.Handle(work, ct)).Refusal is { } refusal) return Pages.Refused(refusal, record.Event);
        return Results.Extensions.SeeOther(record.Path);
    }
}
