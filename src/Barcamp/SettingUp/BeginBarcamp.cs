using EventOps.Barcamp.Barcamps;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.SettingUp;

/// <summary>Gives an event its barcamp, with the rooms and times of another edition if wished, moved to this edition's first day.</summary>
public static class BeginBarcamp
{
    public const string Name = "begin";

    public static void Map(IEndpointRouteBuilder organisers) =>
        organisers.MapPost("barcamp/setup/begin", Handle);

    public static TypedForm Standing(AtBarcamp at) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["title.de"] = $"Barcamp: {at.Event.Name.De}",
        ["title.en"] = $"Barcamp: {at.Event.Name.En}",
    });

    public static async Task<IResult> Handle(
        AtBarcamp at, IFormCollection typed, HttpContext http, IEventStore store, KnownEvents events, ShowSetUp page,
        CancellationToken ct)
    {
        var form = TypedForm.Of(Name, typed);
        var title = new LocalizedText(form.Line("title.de", Shape.Title), form.Line("title.en", Shape.Title));
        if (title.IsEmpty) form.Wrong("title.de", SettingUpTexts.Of["title.missing"]);
        var work = new Work().On(Barcamps.Barcamp.Stream(at.Id), Barcamps.Barcamp.Decider,
            new PlanBarcamp(at.Event.OrganisationId, BarcampRules.Usual with { Title = title }));
        if (Guid.TryParse(form["from"], out var from)
            && (await events.Of(at.Event.OrganisationId, ct)).Exists(other => other.Id == from))
        {
            var (other, _) = await store.Load(Board.Stream(from), Board.Decider, ct);
            foreach (var command in Copy(other, DateOnly.FromDateTime(at.Say.Local(at.Event.StartsAt))))
                work.On(Board.Stream(at.Id), Board.Decider, command);
        }

        return await page.Done(at, http, form, work, "title.de", ct);
    }

    private static IEnumerable<BoardCommand> Copy(Board other, DateOnly firstDay)
    {
        var days = other.Slots.Count == 0 ? 0 : firstDay.DayNumber - other.Slots.Min(slot => slot.Day).DayNumber;
        foreach (var room in other.Rooms)
        {
            yield return new SetRoom(room with
            {
                Id = Guid.CreateVersion7(),
                OpenAt = [.. room.OpenAt.Select(open => new Window(open.From.AddDays(days), open.Until.AddDays(days)))],
            });
        }

        foreach (var slot in other.Slots)
        {
            yield return new SetSlot(slot with
            {
                Id = Guid.CreateVersion7(),
                StartsAt = slot.StartsAt.AddDays(days),
                EndsAt = slot.EndsAt.AddDays(days),
            });
        }
    }
}
