namespace EventOps.Contracts;

/// <summary>Names of the facts about a caller, as Accounts sets them and <see cref="Caller"/> reads them. Ids only.</summary>
public static class Claims
{
    /// <summary>Id of the account, device or token that acts.</summary>
    public const string Actor = "sub";

    /// <summary>What kind of actor it is: one of the <c>Kind</c> constants.</summary>
    public const string Kind = "kind";

    /// <summary>A role, <see cref="OrganiserRole"/> or <see cref="ScannerRole"/>; may occur several times.</summary>
    public const string Role = "role";

    /// <summary>Id of the organisation.</summary>
    public const string Organisation = "organisation";

    /// <summary>Id of an event that a scanner is limited to; several for a person who scans at several.</summary>
    public const string Event = "event";

    /// <summary>Name of the gate that a device stands at.</summary>
    public const string Gate = "gate";

    /// <summary>Id of the session, for a person.</summary>
    public const string Session = "session";

    /// <summary>Value of <see cref="Role"/>: everything in the organisation.</summary>
    public const string OrganiserRole = "organiser";

    /// <summary>Value of <see cref="Role"/>: only scanning, only at the event of <see cref="Event"/>.</summary>
    public const string ScannerRole = "scanner";

    /// <summary>Value of <see cref="Kind"/>: a person with a password.</summary>
    public const string PersonKind = "person";

    /// <summary>Value of <see cref="Kind"/>: an enrolled phone.</summary>
    public const string DeviceKind = "device";

    /// <summary>Value of <see cref="Kind"/>: a token of the JSON API.</summary>
    public const string TokenKind = "token";
}
