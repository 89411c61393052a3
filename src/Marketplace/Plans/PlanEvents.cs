namespace EventOps.Marketplace.Plans;

public abstract record PlanEvent;

public sealed record PlanDrawn(Guid EventId, Area Size) : PlanEvent;

public sealed record BackgroundLaid(Background? Background) : PlanEvent;

public sealed record CategoryPut(Category Category) : PlanEvent;

public sealed record CategoryRemoved(Guid Id) : PlanEvent;

public sealed record ZonePut(Zone Zone) : PlanEvent;

public sealed record ZoneRemoved(Guid Id) : PlanEvent;

public sealed record EntrancePut(Entrance Entrance) : PlanEvent;

public sealed record EntranceRemoved(Guid Id) : PlanEvent;

public sealed record StandPut(PlannedStand Stand) : PlanEvent;

public sealed record StandRemoved(Guid Id) : PlanEvent;
