using System.Globalization;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Hearing;
using EventOps.Accounts.RunningTheTeam;
using EventOps.Accounts.Tokens;
using EventOps.Contracts;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.HandingOutTokens;

/// <summary>Tokens for programs that use the JSON API: each is shown once, when it is made, and can be ended.</summary>
public static class TokenList
{
    private const string Cookie = "eventops-new-token";
    private const int LongestName = 100;
    private static readonly int[] s_days = [1, 30, 90, 365];

    public sealed record Form(string? Name, string? Right, string? Days)
    {
        public static Form Of(IFormCollection sent) => new(sent["name"], sent["right"], sent["days"]);
    }

    public static void Map(IEndpointRouteBuilder organiser)
    {
        organiser.MapGet("/tokens", (HttpContext http, ApiTokens tokens, KnownEvents events, SealedCookies cookies) =>
            Show(http, tokens, events, new Form(null, null, "30"), [], cookies.Take(http, Cookie)));
        organiser.MapPost("/tokens", Create);
        organiser.MapPost("/tokens/{id:guid}/revoke", async (Guid id, IFormCollection form, HttpContext http, ApiTokens tokens) =>
            await tokens.Revoke(Organisation(http), id) ? Answer.To("/tokens") : Answer.NotThere(http));
    }

    private static async Task<IResult> Create(
        IFormCollection sent, HttpContext http, ApiTokens tokens, KnownEvents events, SealedCookies cookies, TimeProvider clock)
    {
        var form = Form.Of(sent);
        var errors = new FormErrors();
        var name = Typed.Line(form.Name, LongestName);
        var right = Choosing.Picked(form.Right, await events.Of(Organisation(http)));
        int? days = int.TryParse(form.Days, CultureInfo.InvariantCulture, out var typed) && s_days.Contains(typed) ? typed : null;
        if (name is null) errors.Add("name", Texts.Of["token.name.wrong"]);
        if (right is null) errors.Add("right", Texts.Of["right.missing"]);
        if (days is null) errors.Add("days", Texts.Of["token.days.missing"]);
        if (errors.Any) return await Show(http, tokens, events, form, errors, null);
        var end = clock.GetUtcNow().AddDays(days!.Value);
        var token = await tokens.Create(right!.Role, right.EventId, name!, end, Organisation(http));
        cookies.Set(http, Cookie, token, TimeSpan.FromMinutes(5));
        return Answer.To("/tokens");
    }

    private static async Task<IResult> Show(
        HttpContext http, ApiTokens tokens, KnownEvents events, Form form, FormErrors errors, string? made)
    {
        var page = new
        {
            Tokens = await tokens.Of(Organisation(http)),
            Events = await events.Of(Organisation(http)),
            Days = s_days.Select(n => new Option($"{n}", Texts.Of.Count("token.days", n))).ToList(),
            Form = form,
            Errors = errors,
            Made = made,
        };
        return Answer.Page<TokensPage>(http, page, errors.Any ? 422 : 200);
    }

    private static Guid Organisation(HttpContext http) => Caller.Of(http.User).OrganisationId!.Value;
}
