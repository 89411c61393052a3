using System.Text;
using System.Text.Json;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.SigningUp;
using EventOps.Registration.Ticketing;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.ReadingTheList;

/// <summary>The whole list as a CSV file that spreadsheets open as it is, written while it is read.</summary>
public static class ExportList
{
    private static readonly TextSource T = ReadingTexts.Of;

    public static void Map(IEndpointRouteBuilder own) => own.MapGet("attendees.csv", Handle);

    public static async Task Handle(Organised at, HttpContext http, AttendeeReader list, CancellationToken ct)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{at.Event.Slug}-{T["csv.file"]}.csv\"";
        // The mark at the beginning tells Excel that it is UTF-8.
        await using var file = new StreamWriter(
            http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024);
        List<Question> questions = [.. at.Event.Questions, .. at.Event.FormerQuestions];
        await Line(file, [
            T["code"], T["givenName"], T["familyName"], T["email"], T["organisation"], T["type"], T["state"], T["csv.registered"],
            T["csv.entered"], T["csv.gate"], .. questions.Select(question => question.Label.ToString()),
        ]);
        await foreach (var row in list.All(at.Id, ct))
            await Line(file, Cells(row, at, questions));
    }

    private static IEnumerable<string?> Cells(ListedAttendee row, Organised at, List<Question> questions)
    {
        var answers = row.Answers is null
            ? null
            : JsonSerializer.Deserialize(row.Answers, AnswersJson.Default.IReadOnlyDictionaryGuidIReadOnlyListString);
        return
        [
            ShortCode.Spaced(row.Code), row.GivenName ?? T["erased"], row.FamilyName ?? T["erased"], row.Email, row.Organisation,
            at.Event.AnyTicketType(row.TicketTypeId)?.Name.ToString(), T[$"state.{row.State}"], Moment(row.RegisteredAt, at),
            Moment(row.FirstAt, at), row.FirstGate,
            .. questions.Select(question => answers?.GetValueOrDefault(question.Id) is { } given ? string.Join("; ", given) : null),
        ];
    }

    // As every spreadsheet reads it, in the time of the event.
    private static string? Moment(DateTimeOffset? at, Organised where) =>
        at is { } moment
            ? where.Say.Local(moment).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) : null;

    private static Task Line(StreamWriter file, IEnumerable<string?> cells) =>
        file.WriteAsync(string.Join(',', cells.Select(CsvCell.Of)) + "\r\n");
}
