using EventOps.Accounts.Authorising;
using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Hearing;
using EventOps.Accounts.Mailing;
using EventOps.Accounts.Members;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.RunningTheTeam;

/// <summary>The list of colleagues, and what an organiser does with one: grant, revoke, invite again, remove.</summary>
public static class Team
{
    public sealed record Form(string? Right)
    {
        public static Form Of(IFormCollection sent) => new(sent["right"]);
    }

    public static void Map(IEndpointRouteBuilder organiser)
    {
        organiser.MapGet("/members", Show);
        organiser.MapPost("/members/{id:guid}/rights", (Guid id, IFormCollection sent, HttpContext http, KnownEvents events, IEventStore store, Sessions sessions) =>
            Change(id, Form.Of(sent), http, events, store, sessions, (right, _) => new Grant(right)));
        organiser.MapPost("/members/{id:guid}/rights/revoke", (Guid id, IFormCollection sent, HttpContext http, KnownEvents events, IEventStore store, Sessions sessions) =>
            Change(id, Form.Of(sent), http, events, store, sessions, (right, self) => new Revoke(right, self)));
        organiser.MapPost("/members/{id:guid}/remove", async (Guid id, IFormCollection form, HttpContext http, IEventStore store, Sessions sessions) =>
            await Do(id, http, store, sessions, self => new Remove(self), commit => commit.Write(new ErasedPerson(id))));
        organiser.MapPost("/members/{id:guid}/invitation", async (Guid id, IFormCollection form, HttpContext http, IEventStore store) =>
        {
            if (await State(id, http, store) is not { Joined: false }) return Answer.NotThere(http);
            await store.Handle(Mails.Ask(id, MailTemplate.Invitation, Language.Current));
            return Answer.To("/members?done=invited");
        });
    }

    private static async Task<IResult> Show(HttpContext http, TeamList team, KnownEvents events, string? done)
    {
        var caller = Caller.Of(http.User);
        return Answer.Page<TeamPage>(http, new
        {
            People = await team.Of(caller.OrganisationId!.Value),
            Events = await events.Of(caller.OrganisationId.Value),
            Self = caller.Actor,
            Done = done is "invited" ? done : null,
        });
    }

    private static async Task<IResult> Change(
        Guid id, Form form, HttpContext http, KnownEvents events, IEventStore store, Sessions sessions, Func<Right, bool, MemberCommand> command)
    {
        var known = await events.Of(Caller.Of(http.User).OrganisationId!.Value);
        return Choosing.Picked(form.Right, known) is { } right
            ? await Do(id, http, store, sessions, self => command(right, self))
            : Answer.NotThere(http);
    }

    private static async Task<IResult> Do(
        Guid id, HttpContext http, IEventStore store, Sessions sessions, Func<bool, MemberCommand> command, Action<Commit>? then = null)
    {
        if (await State(id, http, store) is null) return Answer.NotThere(http);
        var caller = Caller.Of(http.User);
        var work = new Work().On(Member.Stream(id), Member.Decider, command(caller.Actor == id.ToString())).By(new(Actor: caller.Actor));
        var outcome = await store.Handle(then is null ? work : work.Then(then));
        sessions.Refresh();
        return outcome.Refusal is { } refusal
            ? Answer.Page<RefusalPage>(http, new { Title = Texts.Of["team.refused"], Text = RefusalText.For(refusal, Texts.Of), NextHref = "/members", NextText = Texts.Of["back"] }, 409)
            : Answer.To("/members");
    }

    private static async Task<Member.Working?> State(Guid id, HttpContext http, IEventStore store) =>
        (await store.Load(Member.Stream(id), Member.Decider)).State is Member.Working working
        && working.OrganisationId == Caller.Of(http.User).OrganisationId ? working : null;
}
