using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Links;
using EventOps.Accounts.Members;
using EventOps.Accounts.SigningIn;
using EventOps.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Accounts.Joining;

/// <summary>An invited colleague follows the mailed link, corrects the name and chooses a password.</summary>
public static class Join
{
    public const string Path = "/join";

    public sealed record Form(string? T, string? Name, string? Password)
    {
        public static Form Of(IFormCollection sent) => new(sent["t"], sent["name"], sent["password"]);
    }

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet(Path, async (HttpContext http, OneTimeLinks links, NpgsqlDataSource database, string? t) =>
            await links.Look(LinkPurpose.Invitation, t) is { Account: { } id } && await Invited(database, id) is { } person
                ? Answer.Page<JoinPage>(http, new { Form = new Form(t, person.Name, null), person.Mail })
                : Over(http));
        open.MapPost(Path, Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, OneTimeLinks links, NpgsqlDataSource database, People people, IEventStore store,
        Entry entry)
    {
        var form = Form.Of(sent);
        if (await links.Look(LinkPurpose.Invitation, form.T) is not { Account: { } id }
            || await Invited(database, id) is not { } person)
            return Over(http);
        var errors = PersonForm.Check(form.Name, person.Mail, form.Password);
        if (errors.Any) return Answer.Again<JoinPage>(http, new { Form = form, Errors = errors, person.Mail });
        if (await links.Take(LinkPurpose.Invitation, form.T) is null) return Over(http);

        var work = new Work()
            .On(Member.Stream(id), Member.Decider, new Members.Join())
            .By(new(Actor: id.ToString()))
            .With(people, people.Row(id, person.OrganisationId, form.Name, person.Mail), form.Password!);
        if (await store.HandlePerson(work) is not null) return Over(http);
        await links.End(LinkPurpose.Invitation, id);
        return await entry.Finish(http, (await people.FindByIdAsync(id.ToString()))!, byLink: false, null);
    }

    private static Task<PersonalRow?> Invited(NpgsqlDataSource database, Guid id) => database.First(
        "select organisation_id, name, mail, mail_key, language from accounts.personal where subject_id = $1",
        row => new PersonalRow(id, row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)),
        Statements.Value(id));

    private static IResult Over(HttpContext http) => Answer.Notice(http, "link-over", 410);
}
