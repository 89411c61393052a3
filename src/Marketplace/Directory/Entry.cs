using EventOps.Contracts;

namespace EventOps.Marketplace.Directory;

/// <summary>What an exhibitor tells the public.</summary>
public sealed record Entry(
    Guid ExhibitorId, string Name, LocalizedText About, IReadOnlyList<string> Links, IReadOnlyList<string> Topics, bool HasLogo);
