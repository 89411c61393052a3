using System.Security.Claims;
using EventOps.Accounts.Members;
using Claims = EventOps.Contracts.Claims;

namespace EventOps.Accounts.Authorising;

/// <summary>Who a proven caller is and what it may do, as claims.</summary>
public sealed record Rights(
    string Kind, Guid Actor, Guid OrganisationId, IReadOnlyList<Right> Roles, string? Gate = null, Guid? Session = null)
{
    public ClaimsPrincipal Principal(string scheme)
    {
        var claims = new List<Claim>
        {
            new(Claims.Actor, Actor.ToString()),
            new(Claims.Kind, Kind),
            new(Claims.Organisation, OrganisationId.ToString()),
        };
        claims.AddRange(Roles.Select(right => right.Role).Distinct().Select(role => new Claim(Claims.Role, Name(role))));
        claims.AddRange(Roles.Where(right => right.EventId is not null)
            .Select(right => new Claim(Claims.Event, right.EventId.ToString()!)));
        if (Gate is not null) claims.Add(new(Claims.Gate, Gate));
        if (Session is { } session) claims.Add(new(Claims.Session, session.ToString()));
        return new(new ClaimsIdentity(claims, scheme, Claims.Actor, Claims.Role));
    }

    public static string Name(Role role) => role == Role.Organiser ? Claims.OrganiserRole : Claims.ScannerRole;
}
