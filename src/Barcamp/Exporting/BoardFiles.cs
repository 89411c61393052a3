using System.Security.Cryptography;
using System.Text;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Exporting;

/// <summary>The board as files for everybody: apps, calendars, spreadsheets, paper. Who has the newest gets none twice.</summary>
public sealed class BoardFiles(Plans plans, PublicUrl url)
{
    private const string Calendar = "text/calendar; charset=utf-8";
    private const string Pdf = "application/pdf";

    public static void Map(IEndpointRouteBuilder open)
    {
        // The file says of itself where it is, beside the addresses of its sessions.
        foreach (var path in (string[])["schedule.xml", "board/schedule.xml"])
        {
            open.MapGet(path, (AtBarcamp at, HttpContext http, BoardFiles files, CancellationToken ct) => files.Text(
                at, http, "application/xml; charset=utf-8", "schedule.xml", (plan, board) => ScheduleXml.Write(plan, board), ct));
        }

        open.MapGet("schedule.json", (AtBarcamp at, HttpContext http, BoardFiles files, CancellationToken ct) =>
            files.Text(at, http, "application/json; charset=utf-8", "schedule.json", (plan, board) => ScheduleJson.Write(plan, board), ct));
        open.MapGet("schedule.csv", (AtBarcamp at, HttpContext http, BoardFiles files, CancellationToken ct) =>
            files.Text(at, http, "text/csv; charset=utf-8", $"{at.Event.Slug}.csv", BoardCsv.Write, ct));
        open.MapGet("schedule.ics", (AtBarcamp at, HttpContext http, BoardFiles files, CancellationToken ct) =>
            files.Text(at, http, Calendar, $"{at.Event.Slug}.ics", CalendarFile.OfBoard, ct));
        open.MapGet("board/board.pdf", (AtBarcamp at, HttpContext http, BoardFiles files, CancellationToken ct) =>
            files.Of(at, http, Pdf, $"{at.Event.Slug}.pdf", (plan, board) => Paper(to => BoardSheet.Write(to, plan, board)), ct));
        open.MapGet("board/rooms/{id:guid}.ics", async (AtBarcamp at, Guid id, HttpContext http, BoardFiles files, CancellationToken ct) =>
            (await files.Plan(at, ct)).Room(id) is null
                ? PageAnswers.NotFound()
                : await files.Text(at, http, Calendar, "room.ics", (plan, board) => CalendarFile.OfRoom(plan, id, board), ct));
        open.MapGet("board/sessions/{id:guid}.ics", async (AtBarcamp at, Guid id, HttpContext http, BoardFiles files, CancellationToken ct) =>
            (await files.Plan(at, ct)).Session(id) is null
                ? PageAnswers.NotFound()
                : await files.Text(at, http, Calendar, "session.ics", (plan, board) => CalendarFile.OfSession(plan, id, board), ct));
    }

    public string Board(AtBarcamp at) => url.Link(at.Board);

    private Task<Plan> Plan(AtBarcamp at, CancellationToken ct) => plans.Recent(at, ct);

    private Task<IResult> Text(
        AtBarcamp at, HttpContext http, string type, string name, Func<Plan, string, string> write, CancellationToken ct) =>
        Of(at, http, type, name, (plan, board) => new UTF8Encoding(false).GetBytes(write(plan, board)), ct);

    private async Task<IResult> Of(
        AtBarcamp at, HttpContext http, string type, string name, Func<Plan, string, byte[]> write, CancellationToken ct) =>
        Answer(http, await Plan(at, ct), type, name, plan => write(plan, Board(at)));

    /// <summary>The file, or 304 where its reader has it: its tag is the board's version with whatever else is in it.</summary>
    internal static IResult Answer(HttpContext http, Plan plan, string type, string name, Func<Plan, byte[]> write)
    {
        var seen = string.Join('|', plan.Version, plan.Title, Language.Current.Code, name,
            string.Join(',', plan.Sessions.Select(session => $"{session.Id:N}{session.Title}{session.HostNames}{session.Stars}")));
        var tag = $"\"{plan.Version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen)))[..12]}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        if (http.Request.Headers.IfNoneMatch.Contains(tag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        var way = type == Calendar || type.StartsWith("text/csv", StringComparison.Ordinal) ? "attachment" : "inline";
        http.Response.Headers.ContentDisposition = $"{way}; filename=\"{name}\"";
        return Results.Bytes(write(plan), type);
    }

    internal static byte[] Paper(Action<Stream> write)
    {
        using var file = new MemoryStream();
        write(file);
        return file.ToArray();
    }
}
