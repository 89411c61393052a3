namespace EventOps.Marketplace.Plans;

/// <summary>Who stands beside whom: derived from the distance, changed by hand, and always mutual.</summary>
public static class Neighbourhood
{
    /// <summary>Beside, behind or across a usual aisle, in metres.</summary>
    public const decimal Near = 2.5m;

    /// <summary>Stands within that distance.</summary>
    public static IReadOnlyList<Guid> Of(Guid id, Box box, IEnumerable<PlannedStand> stands) =>
        [.. stands.Where(other => other.Id != id && other.Box.GapTo(box) <= Near).Select(other => other.Id)];

    /// <summary>All stands after one of them got these neighbours: whoever is named names it too, nobody else does.</summary>
    public static Kept<PlannedStand> After(Kept<PlannedStand> stands, Guid id, IReadOnlyList<Guid> neighbours)
    {
        if (stands.All(other => other.Id == id || other.Neighbours.Contains(id) == neighbours.Contains(other.Id))) return stands;
        return [.. stands.Select(other => other.Id == id || other.Neighbours.Contains(id) == neighbours.Contains(other.Id) ? other : other with
        {
            Neighbours = neighbours.Contains(other.Id) ? [.. other.Neighbours, id] : [.. other.Neighbours.Where(named => named != id)],
        })];
    }
}
