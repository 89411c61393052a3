namespace EventOps.Accounts.Members;

/// <summary>What a person may do: everything, or only scan.</summary>
public enum Role
{
    Organiser,
    Scanner,
}

/// <summary>One role with its reach: an organiser's is the organisation, a scanner's is one event.</summary>
public sealed record Right(Role Role, Guid? EventId)
{
    public static Right Organiser { get; } = new(Role.Organiser, null);

    public static Right ScannerAt(Guid eventId) => new(Role.Scanner, eventId);

    public bool HasReach => Role == Role.Scanner == EventId.HasValue;
}
