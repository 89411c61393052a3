using EventOps.EventStore;

namespace EventOps.Marketplace.Plans;

/// <summary>The hall as it is drawn: stands, zones, categories, entrances and the picture below them. Stream: plan-{event}.</summary>
/// <param name="EventId">The event; empty before the first drawing.</param>
/// <param name="Size">How large the drawn floor is.</param>
/// <param name="Background">The picture below; null: an empty floor.</param>
/// <param name="Stands">By id, in the order of their drawing.</param>
/// <param name="Zones">By id.</param>
/// <param name="Categories">By id.</param>
/// <param name="Entrances">By id.</param>
public sealed record Plan(
    Guid EventId, Area Size, Background? Background, Kept<PlannedStand> Stands, Kept<Zone> Zones, Kept<Category> Categories,
    Kept<Entrance> Entrances)
{
    /// <summary>What one hall holds at most.</summary>
    public const int MostStands = 500;

    public static Decider<PlanCommand, Plan, PlanEvent> Decider { get; } =
        new("plan", new(Guid.Empty, new(40, 25), null, [], [], [], []), Decide, Evolve);

    public bool Exists => EventId != Guid.Empty;

    public static string Stream(Guid eventId) => $"plan-{eventId}";

    /// <summary>What a stand costs before tax: its own price, or its category's.</summary>
    public decimal PriceOf(PlannedStand stand) => stand.NetPrice ?? Categories.Find(stand.CategoryId)?.NetPrice ?? 0;

    /// <summary>How a stand is had: its zone's way; outside of all zones it is open to everybody.</summary>
    public BookingMode ModeOf(PlannedStand stand) =>
        stand.ZoneId is { } zone ? Zones.Find(zone)?.Mode ?? BookingMode.Open : BookingMode.Open;

    public static Decision<PlanEvent> Decide(PlanCommand command, Plan now) => command switch
    {
        DrawPlan c => now.Exists && now.Size == c.Size ? Decision<PlanEvent>.Nothing
            : now.Stands.All(stand => c.Size.Holds(stand.Box)) ? new PlanDrawn(c.EventId, c.Size) : new OutsideThePlan(),
        _ when !now.Exists => new PlanNotFound(),
        LayBackground c => now.Background == c.Background ? Decision<PlanEvent>.Nothing : new BackgroundLaid(c.Background),
        PutCategory c => now.Categories.Holds(c.Category) ? Decision<PlanEvent>.Nothing : new CategoryPut(c.Category),
        RemoveCategory c => !now.Categories.Has(c.Id) ? Decision<PlanEvent>.Nothing
            : now.Stands.Any(stand => stand.CategoryId == c.Id) ? new CategoryInUse() : new CategoryRemoved(c.Id),
        PutZone c => now.Zones.Holds(c.Zone) ? Decision<PlanEvent>.Nothing : new ZonePut(c.Zone),
        RemoveZone c => !now.Zones.Has(c.Id) ? Decision<PlanEvent>.Nothing
            : now.Stands.Any(stand => stand.ZoneId == c.Id) ? new ZoneInUse() : new ZoneRemoved(c.Id),
        PutEntrance c => now.Entrances.Holds(c.Entrance) ? Decision<PlanEvent>.Nothing : new EntrancePut(c.Entrance),
        RemoveEntrance c => now.Entrances.Has(c.Id) ? new EntranceRemoved(c.Id) : Decision<PlanEvent>.Nothing,
        PutStand c => Put(c.Stand, now),
        RemoveStand c => now.Stands.Has(c.Id) ? new StandRemoved(c.Id) : Decision<PlanEvent>.Nothing,
        RestorePlan c => Decision<PlanEvent>.All([.. Restoring.Events(now, c.Then)]),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Plan Evolve(Plan now, PlanEvent happened) => happened switch
    {
        PlanDrawn e => now with { EventId = e.EventId, Size = e.Size },
        BackgroundLaid e => now with { Background = e.Background },
        CategoryPut e => now with { Categories = now.Categories.With(e.Category) },
        CategoryRemoved e => now with { Categories = now.Categories.Without(e.Id) },
        ZonePut e => now with { Zones = now.Zones.With(e.Zone) },
        ZoneRemoved e => now with { Zones = now.Zones.Without(e.Id) },
        EntrancePut e => now with { Entrances = now.Entrances.With(e.Entrance) },
        EntranceRemoved e => now with { Entrances = now.Entrances.Without(e.Id) },
        StandPut e => now with { Stands = Neighbourhood.After(now.Stands.With(e.Stand), e.Stand.Id, e.Stand.Neighbours) },
        StandRemoved e => now with { Stands = Neighbourhood.After(now.Stands.Without(e.Id), e.Id, []) },
        _ => now,
    };

    private static Decision<PlanEvent> Put(PlannedStand stand, Plan now)
    {
        if (now.Stands.Holds(stand)) return Decision<PlanEvent>.Nothing;
        if (!now.Stands.Has(stand.Id) && now.Stands.Count >= MostStands) return new TooManyStands(MostStands);
        if (!now.Categories.Has(stand.CategoryId)) return new CategoryNotFound();
        if (stand.ZoneId is { } zone && !now.Zones.Has(zone)) return new ZoneNotFound();
        if (!now.Size.Holds(stand.Box)) return new OutsideThePlan();
        if (now.Stands.FirstOrDefault(other => other.Id != stand.Id && other.Box.Overlaps(stand.Box)) is { } over)
            return new StandsOverlap(over.Number);
        return now.Stands.Any(other =>
            other.Id != stand.Id && string.Equals(other.Number, stand.Number, StringComparison.OrdinalIgnoreCase))
            ? new NumberTaken(stand.Number)
            : new StandPut(stand);
    }
}
