namespace EventOps.Marketplace.Plans;

/// <summary>What has to happen to a plan so that it is again as it was. Both states were allowed, whatever lies between them.</summary>
public static class Restoring
{
    public static IEnumerable<PlanEvent> Events(Plan now, Plan then)
    {
        var stands = now.Stands;
        foreach (var stand in now.Stands.Where(stand => !then.Stands.Has(stand.Id)))
        {
            yield return new StandRemoved(stand.Id);
            stands = Neighbourhood.After(stands.Without(stand.Id), stand.Id, []);
        }

        if (now.Size != then.Size) yield return new PlanDrawn(now.EventId, then.Size);
        if (now.Background != then.Background) yield return new BackgroundLaid(then.Background);
        foreach (var category in then.Categories.Where(category =>
            !now.Categories.Holds(category))) yield return new CategoryPut(category);
        foreach (var zone in then.Zones.Where(zone => !now.Zones.Holds(zone))) yield return new ZonePut(zone);
        foreach (var stand in then.Stands)
        {
            if (stands.Holds(stand)) continue;
            yield return new StandPut(stand);
            stands = Neighbourhood.After(stands.With(stand), stand.Id, stand.Neighbours);
        }

        foreach (var entrance in now.Entrances.Where(entrance =>
            !then.Entrances.Has(entrance.Id))) yield return new EntranceRemoved(entrance.Id);
        foreach (var entrance in then.Entrances.Where(entrance =>
            !now.Entrances.Holds(entrance))) yield return new EntrancePut(entrance);
        foreach (var zone in now.Zones.Where(zone => !then.Zones.Has(zone.Id))) yield return new ZoneRemoved(zone.Id);
        foreach (var category in now.Categories.Where(category =>
            !then.Categories.Has(category.Id))) yield return new CategoryRemoved(category.Id);
    }
}
