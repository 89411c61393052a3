namespace EventOps.Contracts;

/// <summary>Names of the rights that an endpoint can ask for; Accounts says who has them.</summary>
public static class Policies
{
    /// <summary>May do everything in the own organisation.</summary>
    public const string Organiser = nameof(Organiser);

    /// <summary>May scan badges: an organiser, or a scanner at its one event.</summary>
    public const string Scanner = nameof(Scanner);

    /// <summary>Is signed in as a person, whatever the rights: the own account's pages.</summary>
    public const string Person = nameof(Person);
}
