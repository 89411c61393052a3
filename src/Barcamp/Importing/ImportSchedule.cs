using System.Globalization;
using System.IO.Compression;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Exporting;
using EventOps.Barcamp.ModeratingTheBoard;
using EventOps.Barcamp.Reading;
using EventOps.Barcamp.SettingUp;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Importing;

/// <summary>
/// Takes a schedule.xml from elsewhere onto the board: first shows what would be created, then creates all of it or nothing.
/// Between the two the file waits, packed, in the form itself.
/// </summary>
public sealed class ImportSchedule(IEventStore store, Plans plans, PublicUrl url, TimeProvider clock)
{
    private const int LargestRequest = 8 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder moderators)
    {
        var files = moderators.MapGroup("barcamp/files")
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true), new RequestSizeLimitAttribute(LargestRequest));
        files.MapPost("preview", async (AtBarcamp at, IFormFile? file, HttpContext http, ImportSchedule import, CancellationToken ct) =>
        {
            using var bytes = new MemoryStream();
            if (file is not null) await file.CopyToAsync(bytes, ct);
            return await import.Look(at, bytes.ToArray(), http, null, ct);
        });
        files.MapPost("import", (AtBarcamp at, IFormCollection typed, HttpContext http, ImportSchedule import, CancellationToken ct) =>
            import.Look(at, Unpack(typed["file"]), http, typed, ct));
    }

    public static string Pack(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal)) brotli.Write(file);
        return Convert.ToBase64String(packed.ToArray());
    }

    private async Task<IResult> Look(
        AtBarcamp at, byte[] file, HttpContext http, IFormCollection? confirmed, CancellationToken ct)
    {
        if (file.Length == 0) return await ShowFiles.Page(at, http, url, plans, [ImportTexts.Of["no-file"]], ct);
        using var stream = new MemoryStream(file);
        var outcome = ScheduleImport.Read(stream, at.Event.TimeZone);
        if (outcome.Schedule is not { } schedule)
            return await ShowFiles.Page(at, http, url, plans, [.. outcome.Errors.Select(Said)], ct);
        var (board, version) = await store.Load(Board.Stream(at.Id), Board.Decider, ct);
        var import = new PlannedImport(schedule, at.Id, at.Event.TimeZone, board, clock.GetUtcNow(), Seats(confirmed));
        var plan = await plans.ForModerators(at, ct);
        var wrong = import.Obstacles.Select(obstacle => ImportTexts.Of["does-not-fit", obstacle.What, Sentences.Of(obstacle.Why, plan, at.Say)]).ToList();
        if (confirmed is not null)
            wrong.AddRange(
                import.Rooms.Where(room => room.Capacity == 0).Select(room => ImportTexts.Of["seats.missing", room.Name]));
        if (confirmed is not null && wrong.Count == 0)
        {
            if ((await store.Handle(import.Work(version, clock.GetUtcNow()).By(at.Metadata), ct)).Refusal is not { } refusal)
                return Results.Extensions.SeeOther($"{at.Url}/barcamp");
            wrong.Add(Sentences.Of(refusal, plan, at.Say));
        }

        return PageAnswers.Own<ImportPage>(
            http, new { At = at, Schedule = schedule, Import = import, Wrong = wrong, Packed = Pack(file) },
            wrong.Count == 0 ? 200 : 422);
    }

    private static Dictionary<Guid, int> Seats(IFormCollection? typed) => (typed ?? FormCollection.Empty)
        .Where(field => field.Key.StartsWith(ImportPage.SeatsField, StringComparison.Ordinal))
        .Select(field => (Room: Guid.TryParse(field.Key.AsSpan(ImportPage.SeatsField.Length), out var room) ? room : Guid.Empty, Typed: (string?)field.Value))
        .Where(field => int.TryParse(field.Typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seats) && seats is > 0 and <= EditRoom.MostSeats)
        .ToDictionary(field => field.Room, field => int.Parse(field.Typed!, CultureInfo.InvariantCulture));

    private static string Said(ImportError error)
    {
        var reason = ImportTexts.Of[$"fault.{error.Fault}", error.What];
        return error.Line > 0 ? ImportTexts.Of["line-number", error.Line, reason] : reason;
    }

    private static byte[] Unpack(string? packed)
    {
        try
        {
            using var brotli = new BrotliStream(
                new MemoryStream(Convert.FromBase64String(packed ?? "")), CompressionMode.Decompress);
            using var file = new MemoryStream();
            var part = new byte[64 * 1024];
            for (int read; file.Length <= LargestRequest && (read = brotli.Read(part)) > 0;) file.Write(part, 0, read);
            return file.ToArray();
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or InvalidOperationException)
        {
            return [];
        }
    }
}
