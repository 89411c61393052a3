using EventOps.EventStore;

namespace EventOps.Marketplace.Plans;

public abstract record PlanCommand;

/// <summary>Begins the plan, or gives the floor another size.</summary>
public sealed record DrawPlan(Guid EventId, Area Size) : PlanCommand;

/// <summary>Null takes the picture away.</summary>
public sealed record LayBackground(Background? Background) : PlanCommand;

public sealed record PutCategory(Category Category) : PlanCommand;

public sealed record RemoveCategory(Guid Id) : PlanCommand;

public sealed record PutZone(Zone Zone) : PlanCommand;

public sealed record RemoveZone(Guid Id) : PlanCommand;

public sealed record PutEntrance(Entrance Entrance) : PlanCommand;

public sealed record RemoveEntrance(Guid Id) : PlanCommand;

/// <summary>Draws or changes a stand. A new one opens its own stream in the same work.</summary>
public sealed record PutStand(PlannedStand Stand) : PlanCommand;

/// <summary>Only together with the stand's own stream, which refuses while somebody has it.</summary>
public sealed record RemoveStand(Guid Id) : PlanCommand;

/// <summary>Brings a former state back. Stands that came or went since are opened and withdrawn in the same work.</summary>
public sealed record RestorePlan(Plan Then) : PlanCommand;

public sealed record PlanNotFound : Refusal;

public sealed record CategoryNotFound : Refusal;

public sealed record ZoneNotFound : Refusal;

/// <summary>Stands are of this category.</summary>
public sealed record CategoryInUse : Refusal;

/// <summary>Stands are in this zone.</summary>
public sealed record ZoneInUse : Refusal;

/// <summary>Part of it would lie beyond the floor's edge.</summary>
public sealed record OutsideThePlan : Refusal;

public sealed record StandsOverlap(string Number) : Refusal;

public sealed record NumberTaken(string Number) : Refusal;

public sealed record TooManyStands(int Most) : Refusal;
