using EventOps.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Accounts.Frame;

/// <summary>How this module's pages leave: never stored by anybody, and telling no other site where the visitor was.</summary>
public static class Answer
{
    public static IResult Page<TPage>(HttpContext http, object? parameters = null, int status = 200)
        where TPage : IComponent
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return parameters is null
            ? new RazorComponentResult<TPage> { StatusCode = status }
            : new RazorComponentResult<TPage>(parameters) { StatusCode = status };
    }

    /// <summary>A form that came back with sentences.</summary>
    public static IResult Again<TPage>(HttpContext http, object parameters)
        where TPage : IComponent => Page<TPage>(http, parameters, 422);

    public static IResult NotThere(HttpContext http) => Page<NotFoundPage>(http, status: 404);

    /// <summary>A page with the texts <c>key.title</c> and <c>key.text</c> and the way on.</summary>
    public static IResult Notice(HttpContext http, string key, int status, string next = "/sign-in") => Page<RefusalPage>(
        http,
        new
        {
            Title = Texts.Of[$"{key}.title"],
            Text = Texts.Of[$"{key}.text"],
            Tone = status < 400 ? null : "warn",
            NextHref = next,
            NextText = Texts.Of["on"],
        },
        status);

    /// <summary>A refusal that no field is to blame for.</summary>
    public static IResult Refused(HttpContext http, string title, string text, string back) => Page<RefusalPage>(
        http, new { Title = title, Text = text, NextHref = back, NextText = Texts.Of["back"] }, 409);

    public static IResult To(string path) => Results.LocalRedirect(path);
}
