using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Barcamp.ReadingTheHistory;

/// <summary>Everything that happened on the board, newest first: when, what, and by whom as far as that is nobody's name.</summary>
public sealed class ShowHistory(IEventStore store, Plans plans, NpgsqlDataSource database, TimeProvider clock)
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder moderators) => moderators.MapGet("barcamp/history", (
        AtBarcamp at, HttpContext http, int? page, long? moved, ShowHistory history, CancellationToken ct) => history.Show(at,
        http, page ?? 1, moved, ct));

    /// <summary>One event of the board.</summary>
    /// <param name="Recorded">The event as it is stored.</param>
    /// <param name="Who">Key of the words for who did it.</param>
    /// <param name="CanUndo">Taking it back works right now.</param>
    public sealed record Entry(Recorded Recorded, string Who, bool CanUndo);

    private async Task<IResult> Show(AtBarcamp at, HttpContext http, int page, long? moved, CancellationToken ct)
    {
        var (board, version) = await store.Load(Board.Stream(at.Id), Board.Decider, ct);
        page = Math.Clamp(page, 1, (int)Math.Max(1, (version + PageSize - 1) / PageSize));
        var newest = version - (page - 1) * PageSize;
        var events = await store.Read(Board.Stream(at.Id), Math.Max(0, newest - PageSize), newest, ct);
        var people = await Participants(at.Id, events, ct);
        return PageAnswers.Own<HistoryPage>(http, new
        {
            At = at,
            Plan = await plans.ForModerators(at, ct),
            Entries = events.Reverse()
                .Select(recorded => new Entry(recorded, Who(recorded, people), CanUndo(recorded, board))).ToList(),
            Page = page,
            PageSize,
            Total = version,
            Undo = board.Moves.Find(move => move.Version == moved),
        });
    }

    private bool CanUndo(Recorded recorded, Board board) => board.Moves.Exists(move => move.Version == recorded.Version)
        && Board.Decider.Decide(new UndoMove(recorded.Version, clock.GetUtcNow()), board).Refusal is null;

    private static string Who(Recorded recorded, HashSet<string> participants) => recorded.Metadata.Actor switch
    {
        null => "who.nobody",
        "moderator" => "who.moderator",
        { } actor when participants.Contains(actor) => "who.host",
        _ => "who.organiser",
    };

    private async Task<HashSet<string>> Participants(Guid eventId, IReadOnlyList<Recorded> events, CancellationToken ct)
    {
        var ids = events.Select(recorded => recorded.Metadata.Actor).Distinct().Where(actor => Guid.TryParse(actor, out _))
            .Select(actor => Guid.Parse(actor!)).ToList();
        await using var command = database.CreateCommand(
            "select ticket_id from barcamp.participants where event_id = $1 and ticket_id = any($2)");
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(ids.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) found.Add(reader.GetGuid(0).ToString());
        return found;
    }
}
