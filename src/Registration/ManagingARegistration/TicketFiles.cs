using System.Text;
using EventOps.Ui;
using EventOps.Ui.Pdf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.ManagingARegistration;

/// <summary>The ticket to take along: one PDF for all of a registration, and an entry for the calendar.</summary>
public static class TicketFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/registrations/{token}/tickets.pdf", Pdf).AllowAnonymous();
        routes.MapGet("/registrations/{token}/event.ics", Calendar).AllowAnonymous();
    }

    public static async Task<IResult> Pdf(string token, HttpContext http, RegistrationRecords records, CancellationToken ct)
    {
        if (await records.Open(token, ct) is not { Confirmed: true } record) return PageAnswers.NotFound();
        http.PreferLanguage(record.Language);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(PdfOf(record), "application/pdf", $"{record.Event.Slug}-{ManageTexts.Of["ticket"]}.pdf");
    }

    public static async Task<IResult> Calendar(
        string token, HttpContext http, RegistrationRecords records, PublicUrl url, TimeProvider clock, CancellationToken ct)
    {
        if (await records.Open(token, ct) is not { Confirmed: true } record) return PageAnswers.NotFound();
        http.PreferLanguage(record.Language);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(IcsOf(record, url, clock.GetUtcNow()), "text/calendar; charset=utf-8", $"{record.Event.Slug}.ics");
    }

    public static byte[] PdfOf(RegistrationRecord record)
    {
        var say = Say.In(record.Event.Times.TimeZone);
        using var file = new MemoryStream();
        TicketSheet.Write(file, [.. record.Holders.Select(holder => new TicketContent(
            holder.GivenName, holder.FamilyName, holder.Line, record.Type?.Name.ToString() ?? ManageTexts.Of["ticket"],
            record.Type?.Tone ?? 6, record.Event.Texts.Name.ToString(),
            say.Span(record.Event.Times.StartsAt, record.Event.Times.EndsAt),
            record.Event.Texts.Place, holder.Code, Ticketing.ShortCode.Spaced(holder.ShortCode),
            [ManageTexts.Of["ticket.howto"]]))]);
        return file.ToArray();
    }

    public static byte[] IcsOf(RegistrationRecord record, PublicUrl url, DateTimeOffset now) => Encoding.UTF8.GetBytes(
        new CalendarEntry(
            $"{record.Id}@eventops", now, record.Event.Times.StartsAt, record.Event.Times.EndsAt,
            record.Event.Texts.Name.ToString(), record.Event.Texts.Place, url.Link(record.Path)).Write());
}
