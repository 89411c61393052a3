using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Proposing;

/// <summary>A new proposal, as a draft or for everybody at once. The form's key is its id: a second click makes no second one.</summary>
public static class ProposeSession
{
    private const string Draft = "draft";

    public static void Map(IEndpointRouteBuilder participants)
    {
        participants.MapGet("proposals/new", Show);
        participants.MapPost("proposals/new", Handle);
    }

    public static async Task<IResult> Show(
        AtBarcamp at, string? title, HttpContext http, IEventStore store, HostNames names, FormKeys keys, TimeProvider clock,
        CancellationToken ct)
    {
        if (at.Who is not { } who) return Results.Extensions.SeeOther($"{at.Url}/proposals"); // a moderator without a ticket has no name here
        var (name, hashtags) = await names.Of(who.TicketId, ct);
        return await Page(http, at, store, ProposalForm.New(title ?? "", name, hashtags), keys.Issue(), 200, clock, ct);
    }

    public static async Task<IResult> Handle(
        AtBarcamp at, HttpContext http, IFormCollection typed, IEventStore store, ProposalWork proposals, FormKeys keys,
        TimeProvider clock, CancellationToken ct)
    {
        if (at.Who is not { } who) return PageAnswers.NotFound();
        var form = TypedForm.Of(ProposalForm.Name, typed);
        var key = keys.Read(typed["key"]);
        if (key is null) form.Wrong("title", ProposingTexts.Of["form.old"]);
        var board = (await store.Load(Board.Stream(at.Id), Board.Decider, ct)).State;
        var words = ProposalForm.Read(form, ProposalForm.Features(board), named: true);
        if (!form.Fits) return await Page(http, at, store, form, key is null ? keys.Issue() : typed["key"]!, 422, clock, ct);

        var id = key!.Id;
        List<(Guid, ProposalCommand)> commands = [(id, new DraftProposal(at.Id, who.TicketId, words.Wishes))];
        var tooEarly = at.Rules.ProposalsFrom > clock.GetUtcNow();
        if (typed["then"] != Draft && !tooEarly)
            commands.Add((id, new SubmitProposal(who.TicketId, at.Rules.ProposalsFrom, clock.GetUtcNow())));
        var outcome = await proposals.Handle(at, commands, commit =>
        {
            if (commit.Events.Count == 0) return; // this form, sent again
            commit.Write(new TextRow(id, at.Id, words.Title, words.Summary, words.Language, words.Tags));
            commit.Write(new PersonalRow(who.TicketId, at.Id, words.Host, words.Hashtags));
        }, ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Url}/proposals/new")
            : Results.Extensions.SeeOther($"{at.Url}/proposals/{id}");
    }

    private static async Task<IResult> Page(
        HttpContext http, AtBarcamp at, IEventStore store, TypedForm form, string key, int status, TimeProvider clock,
        CancellationToken ct) =>
        PageAnswers.Own<ProposalFormPage>(http, new
        {
            At = at,
            Form = form,
            Key = key,
            Now = clock.GetUtcNow(),
            Named = true,
            Fresh = status == 200,
            Features = ProposalForm.Features((await store.Load(Board.Stream(at.Id), Board.Decider, ct)).State),
        }, status);
}
