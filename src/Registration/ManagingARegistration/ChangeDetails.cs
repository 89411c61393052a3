using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Registration.ManagingARegistration;

/// <summary>Corrects what stands on a badge. Personal rows only: no event says who somebody is.</summary>
public static class ChangeDetails
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/registrations/{token}/attendees/{attendeeId:guid}", Handle)
        .AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static async Task<IResult> Handle(
        string token, Guid attendeeId, HttpContext http, RegistrationRecords records, NpgsqlDataSource database, FormKeys keys,
        CancellationToken ct)
    {
        if (await records.Open(token, ct) is not { } record || record.Holders.All(holder => holder.AttendeeId != attendeeId))
            return Pages.NotFound();
        http.PreferLanguage(record.Language);
        http.Response.Headers.CacheControl = "no-store";
        var forged = http.DropsForgedForm();
        var form = DetailsForm.Read(attendeeId, await http.Request.ReadFormAsync(ct));
        if (forged) form.Errors.Add("givenName", SigningUp.SigningUpTexts.Of["error.again"]);
        if (form.Errors.Any) return ShowRegistration.Page(record, keys.Issue(), form);
        await using var command = database.CreateCommand("""
            update registration.personal set given_name = $2, family_name = $3, organisation = $4 where subject_id = $1
            """);
        command.Parameters.Add(Statements.Value(attendeeId));
        command.Parameters.Add(Statements.Value(form.GivenName));
        command.Parameters.Add(Statements.Value(form.FamilyName));
        command.Parameters.Add(Statements.Value(form.Organisation));
        await command.ExecuteNonQueryAsync(ct);
        return Results.Extensions.SeeOther(record.Path);
    }
}
