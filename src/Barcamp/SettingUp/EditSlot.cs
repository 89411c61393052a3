using System.Globalization;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.SettingUp;

/// <summary>Times of the board: a whole day at once, and each one alone. A time with sessions does not vanish silently.</summary>
public static class EditSlot
{
    public const string Name = "slots";
    public const string DayName = "day";
    private const string Wall = "yyyy-MM-ddTHH:mm";

    public static void Map(IEndpointRouteBuilder organisers)
    {
        var slots = organisers.MapGroup("barcamp/setup/slots");
        slots.MapPost("day", (AtBarcamp at, IFormCollection typed, HttpContext http, ShowSetUp page, CancellationToken ct) =>
            AddDay(at, TypedForm.Of(DayName, typed), http, page, ct));
        slots.MapPost("", (AtBarcamp at, IFormCollection typed, HttpContext http, ShowSetUp page, FormKeys keys, CancellationToken ct) =>
        {
            var form = TypedForm.Of(Name, typed);
            var slot = Read(form, keys.Read(typed["key"])?.Id ?? Guid.NewGuid());
            return page.Done(at, http, form, OnBoard(at, new SetSlot(slot)), "starts", ct);
        });
        slots.MapGet("{id:guid}", async (AtBarcamp at, Guid id, HttpContext http, IEventStore store, CancellationToken ct) =>
            await Find(at, id, store, ct) is { } slot
                ? PageAnswers.Own<PartPage>(http, new { At = at, Form = Standing(slot), Slot = slot })
                : PageAnswers.NotFound());
        slots.MapPost("{id:guid}", async (AtBarcamp at, Guid id, IFormCollection typed, HttpContext http, IEventStore store, CancellationToken ct) =>
            await Find(at, id, store, ct) is { } slot ? await Change(at, slot, TypedForm.Of(Name, typed), http, store, ct) : PageAnswers.NotFound());
        slots.MapPost("{id:guid}/remove", Remove);
    }

    public static TypedForm NewDay(AtBarcamp at) => TypedForm.Of(DayName, new Dictionary<string, string>
    {
        ["first"] = at.Say.Local(at.Event.StartsAt).ToString(Wall, CultureInfo.InvariantCulture),
        ["length"] = "45",
        ["pause"] = "15",
        ["count"] = "5",
        ["lunch"] = "2",
        ["lunch-length"] = "60",
    });

    public static TypedForm New() => TypedForm.Of(Name, new Dictionary<string, string>());

    /// <summary>So many times of the same length, with a pause after each and a lunch after one of them.</summary>
    private static Task<IResult> AddDay(AtBarcamp at, TypedForm form, HttpContext http, ShowSetUp page, CancellationToken ct)
    {
        var (first, length, pause) = (form.Moment("first"), form.Number("length", 5, 240), form.Number("pause", 0, 120));
        var (count, lunch, lunchLength) = (form.Number("count", 1, 20), form.Number("lunch", 0, 20), form.Number("lunch-length", 5, 240));
        var work = new Work();
        var starts = first ?? default;
        for (var number = 1; number <= count && form.Fits; number++)
        {
            work.On(
                Board.Stream(at.Id), Board.Decider,
                new SetSlot(new(Guid.CreateVersion7(), starts, starts.AddMinutes(length), null)));
            starts = starts.AddMinutes(length);
            if (number == lunch && number < count)
            {
                var meal = new LocalizedText(
                    SettingUpTexts.Of.Find(Language.German, "lunch")!, SettingUpTexts.Of.Find(Language.English, "lunch")!);
                work.On(
                    Board.Stream(at.Id), Board.Decider,
                    new SetSlot(new(Guid.CreateVersion7(), starts, starts.AddMinutes(lunchLength), meal)));
                starts = starts.AddMinutes(lunchLength);
            }
            else
            {
                starts = starts.AddMinutes(pause);
            }
        }

        return page.Done(at, http, form, work, "first", ct);
    }

    private static TypedForm Standing(Slot slot) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["starts"] = slot.StartsAt.ToString(Wall, CultureInfo.InvariantCulture),
        ["ends"] = slot.EndsAt.ToString(Wall, CultureInfo.InvariantCulture),
        ["break.de"] = slot.Break?.De ?? "",
        ["break.en"] = slot.Break?.En ?? "",
    });

    private static Slot Read(TypedForm form, Guid id)
    {
        var (starts, ends) = (form.Moment("starts"), form.Moment("ends"));
        var pause = new LocalizedText(form.Line("break.de", Shape.Title), form.Line("break.en", Shape.Title));
        return new(id, starts ?? default, ends ?? default, pause.IsEmpty ? null : pause);
    }

    private static async Task<IResult> Change(
        AtBarcamp at, Slot slot, TypedForm form, HttpContext http, IEventStore store, CancellationToken ct)
    {
        var changed = Read(form, slot.Id);
        if (form.Fits && (await store.Handle(OnBoard(at, new SetSlot(changed)).By(at.Metadata), ct)).Refusal is { } refusal)
            form.Refused("starts", refusal, Texts.Of, at.Say);
        return form.Fits
            ? Results.Extensions.SeeOther($"{at.Url}/barcamp/setup#{Name}")
            : PageAnswers.Own<PartPage>(http, new { At = at, Form = form, Slot = slot }, 422);
    }

    private static async Task<IResult> Remove(
        AtBarcamp at, Guid id, IFormCollection typed, IEventStore store, TimeProvider clock, CancellationToken ct)
    {
        var outcome = await store.Handle(
            OnBoard(at, new RemoveSlot(id, typed["park"] == "true", clock.GetUtcNow())).By(at.Metadata), ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Url}/barcamp/setup/slots/{id}")
            : Results.Extensions.SeeOther($"{at.Url}/barcamp/setup#{Name}");
    }

    private static Work OnBoard(AtBarcamp at, BoardCommand command) => new Work().On(Board.Stream(at.Id), Board.Decider, command);

    private static async Task<Slot?> Find(AtBarcamp at, Guid id, IEventStore store, CancellationToken ct) =>
        (await store.Load(Board.Stream(at.Id), Board.Decider, ct)).State.Slot(id);
}
