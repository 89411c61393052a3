using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.SigningIn;

/// <summary>
/// A mailed link, or the one that the operator's console prints. Looking at it shows a button; only the button uses it up.
/// </summary>
public static class SignInByLink
{
    public const string Path = "/sign-in/by-link";

    public sealed record Form(string? T)
    {
        public static Form Of(IFormCollection sent) => new(sent["t"]);
    }

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet(Path, async (HttpContext http, OneTimeLinks links, string? t) =>
            await links.Look(LinkPurpose.SignIn, t) is null && await links.Look(LinkPurpose.Operator, t) is null
                ? Answer.Notice(http, "link-over", 410, "/sign-in/link")
                : Answer.Page<SignInByLinkPage>(http, new { Token = t }));
        open.MapPost(Path, Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, OneTimeLinks links, People people, Entry entry)
    {
        var form = Form.Of(sent);
        if (await links.Take(LinkPurpose.SignIn, form.T) is { Account: { } owner } && await Find(owner) is { } account)
            return await entry.Open(http, account, byLink: true, null);

        // Who sits at the console could change the database as well: no second factor stands in the operator's way.
        if (await links.Take(LinkPurpose.Operator, form.T) is { Account: { } organiser } && await Find(organiser) is { } first)
            return await entry.Finish(http, first, byLink: true, null);
        return Answer.Notice(http, "link-over", 410, "/sign-in/link");

        Task<Account?> Find(Guid id) => people.FindByIdAsync(id.ToString());
    }
}
