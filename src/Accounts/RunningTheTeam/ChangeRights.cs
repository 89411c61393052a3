using EventOps.Accounts.Authorising;
using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Hearing;
using EventOps.Accounts.Members;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.RunningTheTeam;

/// <summary>An organiser gives a colleague a right, takes one, or ends them all; it counts on every host within 5 s.</summary>
public sealed class ChangeRights(IEventStore store, KnownEvents events, Sessions sessions)
{
    public static void Map(IEndpointRouteBuilder organiser)
    {
        var colleague = organiser.MapGroup(ShowTeam.Path + "/{id:guid}");
        colleague.MapPost("rights", (Guid id, IFormCollection sent, HttpContext http, ChangeRights rights) =>
            rights.Change(id, sent["right"], http, (right, _) => new Grant(right)));
        colleague.MapPost("rights/revoke", (Guid id, IFormCollection sent, HttpContext http, ChangeRights rights) =>
            rights.Change(id, sent["right"], http, (right, self) => new Revoke(right, self)));
        colleague.MapPost("remove", (Guid id, IFormCollection sent, HttpContext http, ChangeRights rights) =>
            rights.Decide(id, http, self => new Remove(self), commit => commit.Write(new ErasedPerson(id))));
    }

    private async Task<IResult> Change(Guid id, string? picked, HttpContext http, Func<Right, bool, MemberCommand> command)
    {
        var known = await events.Of(Caller.Of(http.User).OrganisationId!.Value);
        return Choosing.Picked(picked, known) is { } right
            ? await Decide(id, http, self => command(right, self))
            : Answer.NotThere(http);
    }

    private async Task<IResult> Decide(Guid id, HttpContext http, Func<bool, MemberCommand> command, Action<Commit>? then = null)
    {
        if (await ShowTeam.Colleague(id, http, store) is null) return Answer.NotThere(http);
        var actor = Caller.Of(http.User).Actor;
        var work = new Work().On(Member.Stream(id), Member.Decider, command(actor == id.ToString())).By(new(Actor: actor));
        var outcome = await store.Handle(then is null ? work : work.Then(then));
        sessions.Refresh();
        return outcome.Refusal is { } refusal
            ? Answer.Refused(http, Texts.Of["team.refused"], RefusalText.For(refusal, Texts.Of), ShowTeam.Path)
            : Answer.To(ShowTeam.Path);
    }
}
