using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Joining;
using EventOps.Accounts.Links;
using EventOps.Accounts.Members;
using EventOps.Accounts.SigningIn;
using EventOps.Contracts;
using EventOps.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Accounts.Founding;

/// <summary>The first organiser of a new installation names itself and chooses a password.</summary>
public static class Welcome
{
    public const string Path = "/welcome";

    public sealed record Form(string? T, string? Name, string? Mail, string? Password)
    {
        public static Form Of(IFormCollection sent) => new(sent["t"], sent["name"], sent["mail"], sent["password"]);
    }

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet(Path, async (HttpContext http, OneTimeLinks links, NpgsqlDataSource database, string? t) =>
            await Open(links, database, t)
                ? Answer.Page<WelcomePage>(http, new { Form = new Form(t, null, null, null) })
                : Over(http));
        open.MapPost(Path, Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, OneTimeLinks links, NpgsqlDataSource database, People people, IEventStore store,
        Entry entry)
    {
        var form = Form.Of(sent);
        if (!await Open(links, database, form.T)) return Over(http);
        var errors = PersonForm.Check(form.Name, form.Mail, form.Password);
        if (errors.Any) return Answer.Again<WelcomePage>(http, new { Form = form, Errors = errors });
        if (await links.Take(LinkPurpose.FirstOrganiser, form.T) is null) return Over(http);

        var id = Guid.NewGuid();
        var work = new Work()
            .Start(Member.Stream(id), Member.Decider, new Invite(Organisations.First, Right.Organiser))
            .On(Member.Stream(id), Member.Decider, new Members.Join())
            .By(new(Actor: id.ToString()))
            .With(people, people.Row(id, Organisations.First, form.Name, form.Mail), form.Password!);
        await store.Handle(work);
        await links.End(LinkPurpose.FirstOrganiser);
        return await entry.Finish(http, (await people.FindByIdAsync(id.ToString()))!, byLink: false, "/events");
    }

    private static async Task<bool> Open(OneTimeLinks links, NpgsqlDataSource database, string? token) =>
        await links.Look(LinkPurpose.FirstOrganiser, token) is not null && await FirstOrganiserLink.Organiser(database) is null;

    private static IResult Over(HttpContext http) => Answer.Notice(http, "link-over", 410);
}
