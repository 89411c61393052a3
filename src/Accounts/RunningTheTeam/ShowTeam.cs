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

/// <summary>The list of colleagues; who has not come yet can be invited again.</summary>
public static class ShowTeam
{
    public const string Path = "/members";

    public static void Map(IEndpointRouteBuilder organiser)
    {
        organiser.MapGet(Path, Show);
        organiser.MapPost(Path + "/{id:guid}/invitation", InviteAgain);
    }

    /// <summary>A colleague of the caller's organisation, as the stream knows it; null for everybody else.</summary>
    public static async Task<Member.Working?> Colleague(Guid id, HttpContext http, IEventStore store) =>
        (await store.Load(Member.Stream(id), Member.Decider)).State is Member.Working working
        && working.OrganisationId == Caller.Of(http.User).OrganisationId ? working : null;

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

    // The form is read for its antiforgery token only.
    private static async Task<IResult> InviteAgain(Guid id, IFormCollection form, HttpContext http, IEventStore store)
    {
        if (await Colleague(id, http, store) is not { Joined: false }) return Answer.NotThere(http);
        await store.Handle(Mails.Ask(id, MailTemplate.Invitation, Language.Current));
        return Answer.To("/members?done=invited");
    }
}
