using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.ManagingARegistration;

/// <summary>What the secret link opens: the ticket, the details, and the way to give the place back.</summary>
public static class ShowRegistration
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/registrations/{token}", Handle).AllowAnonymous();

    public static async Task<IResult> Handle(
        string token, HttpContext http, RegistrationRecords records, FormKeys keys, CancellationToken ct)
    {
        if (await records.Open(token, ct) is not { } record) return PageAnswers.NotFound();
        http.PreferLanguage(record.Language);
        http.Response.Headers.CacheControl = "no-store";
        return Page(record, keys.Issue());
    }

    internal static IResult Page(RegistrationRecord record, string key, DetailsForm? form = null) =>
        record.State switch
        {
            Registrations.Registration.Placed { Confirmed: true } => new RazorComponentResult<TicketPage>(
                new { Record = record, Key = key, Form = form })
            { StatusCode = form is not null ? 422 : 200 },
            Registrations.Registration.Placed placed => new RazorComponentResult<ConfirmPage>(
                new { Record = record, Key = key, By = placed.ConfirmBy!.Value }),
            _ => new RazorComponentResult<EndedPage>(new { Record = record }),
        };
}
