using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Host.Mailing;

/// <summary>Shows the mails of a demo at <c>/dev/mail</c>, so that every link in them can be tried.</summary>
public static class MailPages
{
    /// <summary>Maps the list, one mail, and its files; in a demo without a mail server only.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var mails = routes.MapGroup("/dev/mail").WithMetadata(new AllowAnonymousAttribute());
        mails.MapGet("", (MailFolder folder, HttpContext http) =>
            Page<MailListPage>(http, new { Mails = folder.All().Take(200).ToList() }));
        mails.MapGet("{id:guid}", (Guid id, MailFolder folder, HttpContext http) => folder.Find(id) is { } mail
            ? Page<MailPage>(http, new { Id = id, Mail = mail })
            : Results.NotFound());
        mails.MapGet("{id:guid}/{number:int}", (Guid id, int number, MailFolder folder) =>
            folder.Find(id)?.Attachments.ElementAtOrDefault(number) is { } file
                ? Results.File(file.Content, file.ContentType, file.FileName)
                : Results.NotFound());
        mails.MapGet("{id:guid}.eml", (Guid id, MailFolder folder) => folder.FileOf(id) is { } path
            ? Results.File(path, "message/rfc822", $"{id}.eml")
            : Results.NotFound());
    }

    private static RazorComponentResult<TPage> Page<TPage>(HttpContext http, object values)
        where TPage : IComponent
    {
        http.Response.Headers.CacheControl = "no-store";
        return new(values);
    }
}
