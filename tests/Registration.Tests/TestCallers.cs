using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Claims = EventOps.Contracts.Claims;

namespace EventOps.Registration.Tests;

/// <summary>Who a test's browser is: kind, actor, role, organisation, event, gate; as one header.</summary>
public sealed record TestCaller(
    string Kind, string Actor, string Role, Guid Organisation, Guid? Event = null, string? Gate = null)
{
    public static TestCaller Organiser(Guid organisation) =>
        new(Claims.PersonKind, "0199d2a4-7c00-7000-8000-0000000000aa", Claims.OrganiserRole, organisation);

    public static TestCaller Scanner(Guid organisation, Guid eventId, string gate, Guid? device = null) =>
        new(Claims.DeviceKind, (device ?? Guid.CreateVersion7()).ToString(), Claims.ScannerRole, organisation, eventId, gate);

    public override string ToString() =>
        string.Join('|', Kind, Actor, Role, Organisation, Event, Uri.EscapeDataString(Gate ?? ""));

    internal IEnumerable<Claim> AsClaims() =>
    [
        new(Claims.Kind, Kind), new(Claims.Actor, Actor), new(Claims.Role, Role),
        new(Claims.Organisation, Organisation.ToString()),
        .. Event is { } e ? [new Claim(Claims.Event, e.ToString())] : (Claim[])[],
        .. string.IsNullOrEmpty(Gate) ? (Claim[])[] : [new Claim(Claims.Gate, Gate)],
    ];

    internal static TestCaller Parse(string header)
    {
        var parts = header.Split('|');
        return new(parts[0], parts[1], parts[2], Guid.Parse(parts[3]), parts[4].Length > 0 ? Guid.Parse(parts[4]) : null,
            Uri.UnescapeDataString(parts[5]));
    }
}

/// <summary>Believes the header; nothing else of the pipeline differs from a signed-in request.</summary>
public sealed class TestCallers(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder urls)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, urls)
{
    public new const string Scheme = "test";
    public const string Header = "X-Test-Caller";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ } header]) return Task.FromResult(AuthenticateResult.NoResult());
        var identity = new ClaimsIdentity(TestCaller.Parse(header).AsClaims(), Scheme, Claims.Actor, Claims.Role);
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), Scheme)));
    }
}
