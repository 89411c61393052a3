using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Ui;

/// <summary>Pages as a handler answers with them.</summary>
public static class PageAnswers
{
    /// <summary>404, for what does not exist or is nobody's business.</summary>
    public static IResult NotFound() => new RazorComponentResult<NotFoundPage> { StatusCode = StatusCodes.Status404NotFound };

    /// <summary>A page with forms, or one that is personal: nobody keeps it.</summary>
    public static IResult Own<TPage>(HttpContext http, object parameters, int status = 200)
        where TPage : IComponent
    {
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status };
    }
}
