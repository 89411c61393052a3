namespace EventOps.Contracts;

/// <summary>A person as one module may show another one at the moment it is needed; nobody stores a second copy but who prints a ticket.</summary>
/// <param name="GivenName">Given name.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="Organisation">Where they come from; may be empty.</param>
/// <param name="Email">Their address; may be empty.</param>
/// <param name="Language">de or en.</param>
public sealed record KnownPerson(string GivenName, string FamilyName, string Organisation, string Email, string Language);

/// <summary>
/// Knows people by their ids, so that no message carries a name. Registered as a keyed service: under
/// <see cref="Holders"/> by Registration for the holders of tickets, under <see cref="StandTeams"/> by Marketplace for those who work at stands.
/// </summary>
public interface IPeople
{
    /// <summary>Key of who knows the holders of tickets, by ticket id.</summary>
    public const string Holders = "registration.holders";

    /// <summary>Key of who knows the people at stands, by the ids of <see cref="StandTeamChanged"/>.</summary>
    public const string StandTeams = "marketplace.stand-teams";

    /// <summary>Those of them that are known; erased people are missing.</summary>
    Task<IReadOnlyDictionary<Guid, KnownPerson>> Find(IReadOnlyList<Guid> ids, CancellationToken ct);
}
