using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.SettingUp;

/// <summary>Everything that is set before the day, on one page: rules, rooms, times, and the secret links.</summary>
public sealed class ShowSetUp(IEventStore store, KnownEvents events, BarcampLinks links, PublicUrl url, FormKeys keys)
{
    public static void Map(IEndpointRouteBuilder organisers) => organisers.MapGet("barcamp/setup", (
        AtBarcamp at, HttpContext http, ShowSetUp page, CancellationToken ct) => page.Of(at, http, null, ct));

    /// <summary>The page as things stand, but for the one form that came back.</summary>
    public async Task<IResult> Of(AtBarcamp at, HttpContext http, TypedForm? cameBack, CancellationToken ct)
    {
        var status = cameBack is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        if (!at.Barcamp.Planned)
        {
            var others = (await events.Of(at.Event.OrganisationId, ct)).Where(other => other.Id != at.Id).ToList();
            return PageAnswers.Own<BeginPage>(
                http, new { At = at, Others = others, Form = cameBack ?? BeginBarcamp.Standing(at) }, status);
        }

        var (board, _) = await store.Load(Board.Stream(at.Id), Board.Decider, ct);
        return PageAnswers.Own<SetUpPage>(
            http,
            new
            {
                At = at,
                Board = board,
                CameBack = cameBack,
                Key = keys.Issue(),
                Screen = url.Link($"{at.Board}/screen/{await links.Screen(at.Id, at.Barcamp.ScreenLink, ct)}"),
                Moderators = url.Link(
                    $"{at.Url}/barcamp/as-moderator/{await links.Moderator(at.Id, at.Barcamp.ModeratorLink, ct)}"),
            },
            status);
    }

    /// <summary>The end of a change: back to its section, or the form again with the refusal beside the field that can mend it.</summary>
    public async Task<IResult> Done(AtBarcamp at, HttpContext http, TypedForm form, Work work, string field, CancellationToken ct)
    {
        if (form.Fits && (await store.Handle(work.By(at.Metadata), ct)).Refusal is { } refusal)
            form.Refused(refusal is GateOfAnotherRoom ? "gates" : field, refusal, Texts.Of, at.Say);
        return form.Fits ? Results.Extensions.SeeOther($"{at.Url}/barcamp/setup#{form.Name}") : await Of(at, http, form, ct);
    }
}
