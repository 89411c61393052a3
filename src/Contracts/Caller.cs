using System.Security.Claims;

namespace EventOps.Contracts;

/// <summary>
/// Who acts, read from the claims that Accounts sets. Everything a module needs to fill an event's metadata
/// (<c>Actor</c>, <c>Device</c>) and to keep one organisation or event apart from another.
/// </summary>
/// <param name="Actor">Id of the account, device or token; null for the public.</param>
/// <param name="DeviceId">Id of the scanner, when a device acts.</param>
/// <param name="Gate">Gate that the device stands at.</param>
/// <param name="OrganisationId">Whose data may be seen; null for the public.</param>
/// <param name="IsOrganiser">Has all rights in the organisation.</param>
/// <param name="ScansAt">Events that the caller is limited to; empty for an organiser.</param>
public sealed record Caller(
    string? Actor, Guid? DeviceId, string? Gate, Guid? OrganisationId, bool IsOrganiser, IReadOnlyList<Guid> ScansAt)
{
    /// <summary>Reads the caller from <c>HttpContext.User</c>.</summary>
    public static Caller Of(ClaimsPrincipal user)
    {
        var actor = user.FindFirst(Claims.Actor)?.Value;
        var isDevice = user.HasClaim(Claims.Kind, Claims.DeviceKind);
        return new(
            actor,
            isDevice && Guid.TryParse(actor, out var device) ? device : null,
            user.FindFirst(Claims.Gate)?.Value,
            Guid.TryParse(user.FindFirst(Claims.Organisation)?.Value, out var organisation) ? organisation : null,
            user.HasClaim(Claims.Role, Claims.OrganiserRole),
            [.. user.FindAll(Claims.Event).Select(claim => Guid.Parse(claim.Value))]);
    }

    /// <summary>
    /// Whether an event of an organisation exists for this caller at all. Where not, answer as if it did not: 404.
    /// </summary>
    public bool MaySee(Guid organisationId, Guid eventId) =>
        OrganisationId == organisationId && (IsOrganiser || ScansAt.Contains(eventId));
}
