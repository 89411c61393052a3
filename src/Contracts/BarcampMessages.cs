namespace EventOps.Contracts;

/// <summary>
/// Gates of these names stand at rooms: sent by Barcamp after each change. Who is in the house already may be scanned in there
/// again, and is in that room from then on. The newest version wins.
/// </summary>
/// <param name="EventId">Id of the event.</param>
/// <param name="Version">Version of the board's stream that this describes.</param>
/// <param name="Gates">Names of gates, as the event spells them.</param>
public sealed record RoomGatesChosen(Guid EventId, long Version, IReadOnlyList<string> Gates);

/// <summary>The stored names of Barcamp's messages.</summary>
public static class BarcampMessages
{
    /// <summary>Stored name of <see cref="RoomGatesChosen"/>.</summary>
    public const string RoomGatesChosen = "barcamp.room-gates-chosen.v1";
}
