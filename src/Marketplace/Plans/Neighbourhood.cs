namespace EventOps.Marketplace.Plans;

/// <summary>Who stands beside whom: derived from the distance, changed by hand, and always mutual.</summary>
public static class Neighbourhood
{
    /// <summary>Beside, behind or across a usual aisle, in metres.</summary>
    public const decimal Near = 3;

    /// <summary>Stands within that distance, with no other between.</summary>
    public static IReadOnlyList<Guid> Of(Guid id, Box box, IReadOnlyCollection<PlannedStand> stands)
    {
        var others = stands.Where(other => other.Id != id).ToList();
        return [.. others.Where(other => other.Box.GapTo(box) <= Near
            && !others.Exists(third => third.Id != other.Id && third.Box.LiesBetween(box, other.Box))).Select(other => other.Id)];
    }

    /// <summary>Whether a stand's neighbours are those that follow from the distance.</summary>
    public static bool Follows(PlannedStand stand, Plan plan) =>
        Of(stand.Id, stand.Box, plan.Stands).ToHashSet().SetEquals(stand.Neighbours);

    /// <summary>The stand at another place: neighbours that followed from the distance still do, those set by hand stay.</summary>
    public static PlannedStand Moved(PlannedStand stand, Box to, Plan plan) => stand with
    {
        Box = to,
        Neighbours = Follows(stand, plan) ? Of(stand.Id, to, plan.Stands) : stand.Neighbours,
    };

    /// <summary>All stands after one of them got these neighbours: whoever is named names it too, nobody else does.</summary>
    public static Kept<PlannedStand> After(Kept<PlannedStand> stands, Guid id, IReadOnlyList<Guid> neighbours)
    {
        if (stands.All(other => other.Id == id || other.Neighbours.Contains(id) == neighbours.Contains(other.Id))) return stands;
        return [.. stands.Select(other =>
            other.Id == id || other.Neighbours.Contains(id) == neighbours.Contains(other.Id) ? other : other with
        {
            Neighbours = neighbours.Contains(other.Id) ? [.. other.Neighbours, id]
                : [.. other.Neighbours.Where(named => named != id)],
        })];
    }
}
