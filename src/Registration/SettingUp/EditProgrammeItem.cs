using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.Visiting;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Registration.SettingUp;

/// <summary>One entry of the programme: adds, changes and drops it. Who speaks is a personal row, never an event.</summary>
public static class EditProgrammeItem
{
    public static void Map(IEndpointRouteBuilder own)
    {
        var items = own.MapGroup("setup/programme").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        items.MapGet("new", (Organised at, FormKeys keys) => Show(at, null, ProgrammeForm.New(at.Event), keys.Issue(), 200));
        items.MapPost("new", (
            Organised at, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct) =>
            Handle(at, null, typed, store, keys, ct));
        items.MapGet("{id:guid}", async (Organised at, Guid id, NpgsqlDataSource database, CancellationToken ct) => Find(at, id) is { } item
            ? Show(at, item, ProgrammeForm.Standing(item, (await SpeakerRows.Of(database, at.Id, ct)).GetValueOrDefault(id, "")), "", 200)
            : PageAnswers.NotFound());
        items.MapPost("{id:guid}", (
            Organised at, Guid id, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct) =>
            Handle(at, id, typed, store, keys, ct));
        items.MapPost("{id:guid}/remove", async (Organised at, Guid id, IEventStore store, CancellationToken ct) =>
        {
            await store.Handle(
                at.Change(new DropProgrammeItem(id)).Then(commit => commit.Write(new SpeakerRow(id, at.Id, ""))), ct);
            return Results.Extensions.SeeOther($"{at.Url}/setup#programme");
        });
    }

    public static async Task<IResult> Handle(
        Organised at, Guid? id, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct)
    {
        if (id is { } known && Find(at, known) is null) return PageAnswers.NotFound();
        var form = TypedForm.Of(ProgrammeForm.Name, typed);
        var key = id is null ? keys.Read(typed["key"]) : null;
        if (id is null && key is null) form.Wrong("title.de", PlanningTexts.Of["form.old"]);
        var item = ProgrammeForm.Read(form, at.Event, id ?? key?.Id ?? default);
        var speakers = form.Line("speakers", Shape.Title);
        if (form.Fits)
        {
            var work = at.Change(new SetProgrammeItem(item!))
                .Then(commit => commit.Write(new SpeakerRow(item!.Id, at.Id, speakers)));
            var outcome = await store.Handle(work, ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther($"{at.Url}/setup#programme");
            form.Refused("ends", outcome.Refusal);
        }

        return Show(at, id is { } edited ? Find(at, edited) : null, form, key is null ? keys.Issue() : typed["key"]!, 422);
    }

    private static ProgrammeItem? Find(Organised at, Guid id) => at.Event.Programme.FirstOrDefault(item => item.Id == id);

    private static RazorComponentResult<ProgrammePage> Show(Organised at, ProgrammeItem? item, TypedForm form, string key, int status) =>
        new(new { At = at, Item = item, Form = form, Key = key }) { StatusCode = status };
}
