using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Exporting;

/// <summary>Everything a moderator prints or hands to other programs, on one page; and the sheets themselves.</summary>
public static class ShowFiles
{
    private const string Pdf = "application/pdf";

    public static void Map(IEndpointRouteBuilder moderators)
    {
        moderators.MapGet("barcamp/files", (AtBarcamp at, HttpContext http, PublicUrl url, Plans plans, CancellationToken ct) =>
            Page(at, http, url, plans, [], ct));
        moderators.MapGet("barcamp/cards.pdf", (AtBarcamp at, HttpContext http, Plans plans, BoardFiles files, CancellationToken ct) =>
            Sheet(at, http, plans, "cards", (to, plan) => SessionCards.Write(to, plan, files.Board(at)), ct));
        moderators.MapGet("barcamp/rooms.pdf", (AtBarcamp at, Guid? room, HttpContext http, Plans plans, BoardFiles files, CancellationToken ct) =>
            Sheet(at, http, plans, $"rooms{room:N}", (to, plan) => RoomSheets.Write(to, plan, files.Board(at), room), ct));
        moderators.MapGet("barcamp/board.pdf", (AtBarcamp at, HttpContext http, Plans plans, BoardFiles files, CancellationToken ct) =>
            Sheet(at, http, plans, "board", (to, plan) => BoardSheet.Write(to, plan, files.Board(at)), ct));
    }

    /// <summary>The page, with what was wrong with an uploaded file.</summary>
    public static async Task<IResult> Page(
        AtBarcamp at, HttpContext http, PublicUrl url, Plans plans, IReadOnlyList<string> errors, CancellationToken ct) => PageAnswers.Own<FilesPage>(
        http, new { At = at, Plan = await plans.ForModerators(at, ct), Base = url.Link(at.Url), Errors = errors },
        errors.Count == 0 ? 200 : 422);

    private static async Task<IResult> Sheet(
        AtBarcamp at, HttpContext http, Plans plans, string name, Action<Stream, Plan> write, CancellationToken ct) => BoardFiles.Answer(
        http, await plans.ForModerators(at, ct), Pdf, $"{at.Event.Slug}-{name}.pdf",
        plan => BoardFiles.Paper(to => write(to, plan)));
}
