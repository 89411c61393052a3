using System.Globalization;
using System.Text.Json.Nodes;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Barcamp.WatchingTheBoard;
using EventOps.Ui;
using EventOps.Ui.Live;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.WritingNotes;

/// <summary>
/// The page on which people with a ticket write along. It saves what is typed; without script by its button. What two wrote at
/// once is united, and told where they met.
/// </summary>
public static class WriteNote
{
    public static void Map(IEndpointRouteBuilder participants)
    {
        participants.MapGet("board/sessions/{id:guid}/notes", async (
            AtBarcamp at, Guid id, string? saved, HttpContext http, Plans plans, Notes notes, CancellationToken ct) =>
            (await plans.Recent(at, ct)).Session(id) is { } session
                ? PageAnswers.Own<NotePage>(http, new { At = at, Session = session, Note = await notes.Of(id, ct), Saved = saved is not null })
                : PageAnswers.NotFound());
        participants.MapPost("board/sessions/{id:guid}/notes", Handle).WithMetadata(new RequireAntiforgeryTokenAttribute(true));
    }

    /// <summary>Tells readers and writers that there is more to read.</summary>
    public static void MapChanges(IEndpointRouteBuilder open) => open.MapGet(
        "board/notes/changes", (AtBarcamp at, HttpContext http, long? after, NoteFeed feed, KnownEvents events) =>
            BoardStreams.Of(at, events, feed.Watch(at, LiveStream.LastId(http.Request) ?? after))).DisableRequestTimeout();

    public static async Task<IResult> Handle(
        AtBarcamp at, Guid id, IFormCollection typed, HttpContext http, Plans plans, Notes notes, CancellationToken ct)
    {
        if ((await plans.Recent(at, ct)).Session(id) is not { } session) return PageAnswers.NotFound();
        var since = int.TryParse(typed["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version : 0;
        var (links, wrong) = NoteLinks.Read(typed["links-before"].ToString(), typed["links"].ToString());
        var written = await notes.Write(at.Id, id, since, typed["body"].ToString(), links, ct);
        if (http.Request.Headers["X-Save"].Count > 0)
            return Results.Text(Json(written, at).ToJsonString(), "application/json; charset=utf-8");
        return written.Conflicts.Count > 0 || wrong.Count > 0
            ? PageAnswers.Own<NotePage>(http, new { At = at, Session = session, written.Note, written.Conflicts, Wrong = wrong }, wrong.Count > 0 ? 422 : 200)
            : Results.Extensions.SeeOther($"{at.Board}/sessions/{id}/notes?saved=1");
    }

    private static JsonObject Json(Notes.Written written, AtBarcamp at) => new()
    {
        ["version"] = written.Note.Version,
        ["body"] = written.Note.Body,
        ["said"] = written.Conflicts.Count > 0
            ? NoteTexts.Of["conflict.line", written.Conflicts[0].Line]
            : NoteTexts.Of["saved.at", at.Say.Time(written.Note.ChangedAt ?? DateTimeOffset.UnixEpoch)],
    };
}
