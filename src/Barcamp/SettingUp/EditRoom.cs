using System.Globalization;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.CountingRooms;
using EventOps.Barcamp.Entering;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.SettingUp;

/// <summary>One room: adds, changes and removes it. One with sessions goes only when the organiser says what becomes of them.</summary>
public static class EditRoom
{
    public const string Name = "rooms";
    public const int MostSeats = 20_000;

    public static void Map(IEndpointRouteBuilder organisers)
    {
        var rooms = organisers.MapGroup("barcamp/setup/rooms");
        rooms.MapPost("", (AtBarcamp at, IFormCollection typed, HttpContext http, ShowSetUp page, FormKeys keys, CancellationToken ct) =>
            Save(at, keys.Read(typed["key"])?.Id ?? Guid.NewGuid(), TypedForm.Of(Name, typed), http, page, ct));
        rooms.MapGet("{id:guid}", async (AtBarcamp at, Guid id, HttpContext http, IEventStore store, CancellationToken ct) =>
        {
            var (board, _) = await store.Load(Board.Stream(at.Id), Board.Decider, ct);
            return board.Room(id) is { } room
                ? PageAnswers.Own<PartPage>(http, new { At = at, Form = Standing(room, board.Gates.GetValueOrDefault(id, [])), Room = room })
                : PageAnswers.NotFound();
        });
        rooms.MapPost("{id:guid}", async (AtBarcamp at, Guid id, IFormCollection typed, HttpContext http, IEventStore store, CancellationToken ct) =>
            await Find(at, id, store, ct) is { } room ? await Change(at, room, TypedForm.Of(Name, typed), http, store, ct) : PageAnswers.NotFound());
        rooms.MapPost("{id:guid}/remove", Remove);
    }

    public static TypedForm New(Board board) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["seats"] = "30",
        ["tone"] = ((board.Rooms.Count % 6) + 1).ToString(CultureInfo.InvariantCulture),
    });

    private static TypedForm Standing(Room room, IReadOnlyList<string> gates)
    {
        var fields = Standing(room);
        return new(Name, field => field == $"{Name}-gates" ? gates : fields.TryGetValue(field, out var value) ? [value] : []);
    }

    private static Dictionary<string, string> Standing(Room room) => new()
    {
        ["name"] = room.Name,
        ["seats"] = room.Capacity.ToString(CultureInfo.InvariantCulture),
        ["features"] = string.Join(", ", room.Features),
        ["tone"] = room.Tone.ToString(CultureInfo.InvariantCulture),
        ["opens"] = room.OpenAt is [var open, ..] ? open.From.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : "",
        ["closes"] = room.OpenAt is [.., var last] ? last.Until.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : "",
    };

    private static Room Read(TypedForm form, Guid id)
    {
        var name = form.Line("name", Shape.Name, SettingUpTexts.Of["room.missing"]);
        var seats = form.Number("seats", 1, MostSeats);
        string[] features = [.. form.Line("features", Shape.Title).ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        var limited = form["opens"].Length + form["closes"].Length > 0;
        var (opens, closes) = (limited ? form.Moment("opens") : null, limited ? form.Moment("closes") : null);
        if (closes <= opens) form.Wrong("closes", RefusalText.For(new SlotEndsBeforeItStarts(), Texts.Of));
        return new(
            id, name, seats, features, opens is { } from && closes is { } until ? [new(from, until)] : [],
            form.Number("tone", 1, 6));
    }

    private static Task<IResult> Save(AtBarcamp at, Guid id, TypedForm form, HttpContext http, ShowSetUp page, CancellationToken ct) =>
        page.Done(at, http, form, Set(at, Read(form, id), form), "name", ct);

    private static Work Set(AtBarcamp at, Room room, TypedForm form) => new Work()
        .On(Board.Stream(at.Id), Board.Decider, new SetRoom(room))
        .On(Board.Stream(at.Id), Board.Decider, new SetRoomGates(room.Id, [.. at.Event.Gates.Intersect(form.All(form.Id("gates")))]))
        .Then(TellRoomGates.Of(at.Id));

    private static async Task<IResult> Change(
        AtBarcamp at, Room room, TypedForm form, HttpContext http, IEventStore store, CancellationToken ct)
    {
        var changed = Read(form, room.Id);
        var work = Set(at, changed, form).By(at.Metadata);
        if (form.Fits && (await store.Handle(work, ct)).Refusal is { } refusal)
            form.Refused(refusal is GateOfAnotherRoom ? "gates" : "opens", refusal, Texts.Of, at.Say);
        return form.Fits
            ? Results.Extensions.SeeOther($"{at.Url}/barcamp/setup#{Name}")
            : PageAnswers.Own<PartPage>(http, new { At = at, Form = form, Room = room }, 422);
    }

    private static async Task<IResult> Remove(
        AtBarcamp at, Guid id, IFormCollection typed, IEventStore store, TimeProvider clock, CancellationToken ct)
    {
        var outcome = await store.Handle(new Work().By(at.Metadata).On(
            Board.Stream(at.Id), Board.Decider,
            new RemoveRoom(id, typed["park"] == "true", clock.GetUtcNow())).Then(TellRoomGates.Of(at.Id)), ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Url}/barcamp/setup/rooms/{id}")
            : Results.Extensions.SeeOther($"{at.Url}/barcamp/setup#{Name}");
    }

    private static async Task<Room?> Find(AtBarcamp at, Guid id, IEventStore store, CancellationToken ct) =>
        (await store.Load(Board.Stream(at.Id), Board.Decider, ct)).State.Room(id);
}
