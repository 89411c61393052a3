using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Hearing;
using EventOps.Accounts.Joining;
using EventOps.Accounts.Mailing;
using EventOps.Accounts.Members;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.RunningTheTeam;

/// <summary>An organiser names a colleague and a right; the colleague gets a mail with a link.</summary>
public static class InviteColleague
{
    public sealed record Form(string? Key, string? Name, string? Mail, string? Right)
    {
        public static Form Of(IFormCollection sent) => new(sent["key"], sent["name"], sent["mail"], sent["right"]);
    }

    public static void Map(IEndpointRouteBuilder organiser)
    {
        organiser.MapGet("/members/invite", async (HttpContext http, KnownEvents events, FormKeys keys) =>
        {
            var form = new Form(keys.Issue(), null, null, null);
            return Answer.Page<InvitePage>(http, new { Form = form, Events = await events.Of(Organisation(http)) });
        });
        organiser.MapPost("/members/invite", Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, KnownEvents events, FormKeys keys, People people, IEventStore store)
    {
        var form = Form.Of(sent);
        var known = await events.Of(Organisation(http));
        var errors = new FormErrors();
        PersonForm.CheckPerson(errors, form.Name, form.Mail);
        var right = Choosing.Picked(form.Right, known);
        if (right is null) errors.Add("right", Texts.Of["right.missing"]);
        var key = keys.Read(form.Key);
        if (key is null) errors.Add("name", Texts.Of["form.old"]);
        if (!errors.Any && await Send(key!.Id, right!) is not null) errors.Add("mail", Texts.Of["mail.taken"]);
        return errors.Any
            ? Answer.Again<InvitePage>(http, new { Form = form with { Key = keys.Issue() }, Events = known, Errors = errors })
            : Answer.To("/members?done=invited");

        Task<Refusal?> Send(Guid id, Right chosen)
        {
            var person = people.Row(id, Organisation(http), form.Name, form.Mail);
            return store.HandlePerson(new Work()
                .Start(Member.Stream(id), Member.Decider, new Invite(person.OrganisationId, chosen))
                .By(new(Actor: Caller.Of(http.User).Actor))
                .Then(commit =>
                {
                    if (commit.Events.Count == 0) return; // the form sent twice
                    commit.Write(person);
                    commit.Ask(id, MailTemplate.Invitation, Language.Current);
                }));
        }
    }

    private static Guid Organisation(HttpContext http) => Caller.Of(http.User).OrganisationId!.Value;
}
