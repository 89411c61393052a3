namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>A fact for which no schedule is possible; pages find its words by the record's name.</summary>
public abstract record Obstacle;

/// <summary>All sessions together need more cells than are free.</summary>
public sealed record MoreSessionsThanCells(int Needed, int Free) : Obstacle;

/// <summary>A host's sessions need more slots than they can have, one at a time.</summary>
public sealed record HostHasTooManySessions(Guid ParticipantId, IReadOnlyList<Guid> Sessions, int Slots) : Obstacle;

/// <summary>Two sessions that must stay put make one host be in two rooms at once.</summary>
public sealed record HostFixedTwice(Guid ParticipantId, Guid SlotId, IReadOnlyList<Guid> Sessions) : Obstacle;

/// <summary>No room has all that a session needs.</summary>
public sealed record NoRoomHasFeatures(Guid SessionId, IReadOnlyList<string> Features) : Obstacle;

/// <summary>A session's host wishes for a time at which there is no open slot.</summary>
public sealed record NoSlotSuitsWishes(Guid SessionId, TimeOnly? NotBefore, TimeOnly? NotAfter) : Obstacle;

/// <summary>A session needs two slots in a row, and no two open ones follow each other.</summary>
public sealed record NoTwoSlotsInARow(Guid SessionId) : Obstacle;

/// <summary>Rooms and slots for a session exist, but never together and free of what is fixed.</summary>
public sealed record NoCellSuits(Guid SessionId) : Obstacle;

/// <summary>These sessions can only be in these few cells.</summary>
public sealed record TooFewCellsFor(IReadOnlyList<Guid> Sessions, int Cells) : Obstacle;

/// <summary>No single reason was found, but the search ended without a place for these.</summary>
public sealed record NoPlaceFound(IReadOnlyList<Guid> Sessions) : Obstacle;
