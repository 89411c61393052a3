using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.ShowingThePlan;
using EventOps.Marketplace.Stands;

namespace EventOps.Marketplace.Directory;

/// <summary>An exhibitor with the stands where they are found.</summary>
/// <param name="Entry">What they tell.</param>
/// <param name="Stands">In the order of their numbers; at least one.</param>
/// <param name="Metres">How far it is from where the visitor is; null where nobody asked.</param>
public sealed record Listed(Entry Entry, IReadOnlyList<StandView> Stands, double? Metres = null);

/// <summary>What the public may know of a hall at this moment.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Version">Its version.</param>
/// <param name="Stands">Free or taken, with the names of those who are published.</param>
/// <param name="Listed">By name.</param>
public sealed record Hall(Plan Plan, long Version, IReadOnlyList<StandView> Stands, IReadOnlyList<Listed> Listed)
{
    public IReadOnlyList<string> Topics =>
        [.. Listed.SelectMany(listed => listed.Entry.Topics).DistinctBy(DirectorySearch.Plain)
            .OrderBy(DirectorySearch.Plain, StringComparer.Ordinal)];

    public StandView? Find(string number) =>
        Stands.FirstOrDefault(stand => string.Equals(stand.Number, number, StringComparison.OrdinalIgnoreCase));

    public Listed? At(StandView stand) => Listed.FirstOrDefault(listed => listed.Stands.Any(own => own.Id == stand.Id));

    /// <summary>The nearest first, from a stand by its number or an entrance by its id; null where there is neither.</summary>
    public IReadOnlyList<Listed>? From(string? place)
    {
        if (string.IsNullOrEmpty(place)) return null;
        var far = Find(place) is { } stand ? Walking.From(Plan, stand.Stand)
            : Guid.TryParse(place, out var id) && Plan.Entrances.Find(id) is { } door ? Walking.From(Plan, door) : null;
        return far is null ? null
            : [.. Listed.Select(listed => listed with { Metres = listed.Stands.Min(own => far[own.Id]) })
                .OrderBy(listed => listed.Metres)];
    }

    /// <summary>Everything that this is made of, as one text: for the tag of pages made from it.</summary>
    public string Fingerprint => string.Join('|', [$"{Version}",
        .. Stands.Select(stand => $"{stand.Number} {stand.Sight} {stand.ExhibitorId}"),
        .. Listed.Select(listed =>
        string.Join('~', [listed.Entry.Name, listed.Entry.About.De, listed.Entry.About.En, $"{listed.Entry.HasLogo}",
            .. listed.Entry.Links, "", .. listed.Entry.Topics]))]);
}

/// <summary>Reads what the public may know of a hall.</summary>
public sealed class Halls(IEventStore store, StandRows rows, Entries entries)
{
    /// <summary>Null before there is a plan.</summary>
    public async Task<Hall?> Of(AtMarket at, CancellationToken ct)
    {
        var (plan, version) = await store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        if (!plan.Exists) return null;
        var published = await entries.Published(at.Event.Id, ct);
        var stands = StandViews.ForAll(plan, await rows.Of(at.Event.Id, ct), id => published.GetValueOrDefault(id)?.Name);
        var listed = stands.Where(stand => stand.Who is not null).GroupBy(stand => stand.ExhibitorId!.Value)
            .Select(group => new Listed(published[group.Key], [.. group]))
            .OrderBy(one => DirectorySearch.Plain(one.Entry.Name), StringComparer.Ordinal);
        return new(plan, version, stands, [.. listed]);
    }
}
