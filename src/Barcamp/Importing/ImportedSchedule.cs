namespace EventOps.Barcamp.Importing;

/// <summary>What a schedule.xml says, as far as a barcamp can use it. Times are the event's local times.</summary>
/// <param name="Title">Of the conference.</param>
/// <param name="TimeZone">IANA zone: the file's own, else the one that was asked for.</param>
/// <param name="Rooms">In the order of the file.</param>
/// <param name="Slots">In the order of time; no two overlap.</param>
/// <param name="Sessions">In the order of the file.</param>
public sealed record ImportedSchedule(
    string Title, string TimeZone, IReadOnlyList<ImportedRoom> Rooms, IReadOnlyList<ImportedSlot> Slots,
    IReadOnlyList<ImportedSession> Sessions);

/// <summary>A room; its id only where the file has one.</summary>
public sealed record ImportedRoom(string Name, Guid? Id);

/// <summary>A slot, found from the times of the sessions.</summary>
public sealed record ImportedSlot(DateTime StartsAt, DateTime EndsAt);

/// <summary>A session with its place; it takes one or two (<paramref name="Slots"/>) of the found slots.</summary>
public sealed record ImportedSession(
    Guid? Id, string Title, string Summary, string Language, IReadOnlyList<string> Tags, IReadOnlyList<string> Hosts, string Room,
    DateTime StartsAt, DateTime EndsAt, int Slots);

/// <summary>Why a file cannot be read.</summary>
public enum ImportFault
{
    /// <summary>It is larger than any schedule.</summary>
    TooLarge,

    /// <summary>It is no well-formed XML, or has a document type, which is never read.</summary>
    NotXml,

    /// <summary>Its root is not a schedule, or it has no sessions.</summary>
    NoSchedule,

    /// <summary>An element or attribute is missing or empty.</summary>
    Missing,

    /// <summary>A date, time, duration, id or zone cannot be understood.</summary>
    NotUnderstood,

    /// <summary>Two sessions have the same GUID, or two are at the same time in the same room.</summary>
    Twice,

    /// <summary>Its time overlaps with others in a way that no rows of a board can have.</summary>
    Overlaps,
}

/// <summary>One fault with the line that it is on; <paramref name="What"/> is the name or value concerned.</summary>
public sealed record ImportError(int Line, ImportFault Fault, string What);

/// <summary>The schedule, or all that is wrong with the file; never a part of it.</summary>
public sealed record ImportOutcome(ImportedSchedule? Schedule, IReadOnlyList<ImportError> Errors);
