using System.Text.Encodings.Web;
using EventOps.Accounts.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EventOps.Accounts.Authorising;

/// <summary>Proves a caller of the JSON API by <c>Authorization: Bearer eo_...</c>.</summary>
public sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private const string Start = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Start, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        return await tokens.Find(header[Start.Length..].Trim()) is { } rights
            ? AuthenticateResult.Success(new(rights.Principal(Schemes.Bearer), Schemes.Bearer))
            : AuthenticateResult.Fail("The token is unknown, over or revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Denied.NotSignedIn(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Denied.NotAllowed(Context);
}
