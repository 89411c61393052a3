using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Proposals;
using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.Proposing;

/// <summary>Other words, wishes or tags for a proposal; its sessions on the board follow in the same commit.</summary>
public static class EditProposal
{
    public static void Map(IEndpointRouteBuilder participants)
    {
        participants.MapGet("proposals/{id:guid}/edit", Show);
        participants.MapPost("proposals/{id:guid}/edit", Handle);
    }

    public static async Task<IResult> Show(
        AtBarcamp at, Guid id, HttpContext http, IEventStore store, Words words, HostNames names, TimeProvider clock,
        CancellationToken ct)
    {
        if (await Mine(store, at, id, ct) is not { } proposal
            || (await words.Texts([id], ct)).GetValueOrDefault(id) is not { } text) return PageAnswers.NotFound();
        var (name, hashtags) = ActingHost.Of(at, proposal) is { } by ? await names.Of(by, ct) : ("", "");
        return await Page(http, at, id, proposal, store, ProposalForm.Standing(proposal, text, name, hashtags), 200, clock, ct);
    }

    public static async Task<IResult> Handle(
        AtBarcamp at, Guid id, HttpContext http, IFormCollection typed, IEventStore store, ProposalWork proposals,
        TimeProvider clock, CancellationToken ct)
    {
        if (await Mine(store, at, id, ct) is not { } proposal) return PageAnswers.NotFound();
        var by = ActingHost.Of(at, proposal);
        var form = TypedForm.Of(ProposalForm.Name, typed);
        var board = (await store.Load(Board.Stream(at.Id), Board.Decider, ct)).State;
        var words = ProposalForm.Read(form, ProposalForm.Features(board), named: by is not null);
        if (!form.Fits) return await Page(http, at, id, proposal, store, form, 422, clock, ct);

        List<(Guid, ProposalCommand)> commands = [(id, new ChangeWishes(by, words.Wishes)), (id, new RewordProposal(by))];
        if (proposal.State != ProposalState.Submitted && typed["then"] == "submit")
            commands.Add((id, new SubmitProposal(by, at.Rules.ProposalsFrom, clock.GetUtcNow())));
        var outcome = await proposals.Handle(at, commands, commit =>
        {
            commit.Write(new TextRow(id, at.Id, words.Title, words.Summary, words.Language, words.Tags));
            if (by is { } host) commit.Write(new PersonalRow(host, at.Id, words.Host, words.Hashtags));
        }, ct);
        return outcome.Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Url}/proposals/{id}/edit")
            : Results.Extensions.SeeOther($"{at.Url}/proposals/{id}");
    }

    private static async Task<Proposal?> Mine(IEventStore store, AtBarcamp at, Guid id, CancellationToken ct) =>
        await ActingHost.Find(store, at, id, ct) is { } found && (at.Moderates || found.MayAct(at.Who!.TicketId)) ? found : null;

    private static async Task<IResult> Page(
        HttpContext http, AtBarcamp at, Guid id, Proposal proposal, IEventStore store, TypedForm form, int status,
        TimeProvider clock,
        CancellationToken ct) => PageAnswers.Own<ProposalFormPage>(http, new
        {
            At = at,
            Form = form,
            Id = (Guid?)id,
            Now = clock.GetUtcNow(),
            Fresh = status == 200,
            Named = ActingHost.Of(at, proposal) is not null,
            Submitted = proposal.State == ProposalState.Submitted,
            Features = ProposalForm.Features((await store.Load(Board.Stream(at.Id), Board.Decider, ct)).State),
        }, status);
}
