namespace EventOps.Contracts;

/// <summary>
/// Knows whose ticket a code is. Implemented by Registration, which alone signs and reads them; other modules ask it when somebody shows
/// a badge or types what is printed below its code.
/// </summary>
public interface ITicketCodes
{
    /// <summary>The valid ticket of this event that a text belongs to.</summary>
    /// <param name="eventId">The event; tickets of other events are nobody's here.</param>
    /// <param name="text">What the camera read, or the short code as it was typed.</param>
    /// <param name="ct">Ends the looking.</param>
    /// <returns>The ticket's id; null where the text is no code of ours, or the ticket was given back.</returns>
    Task<Guid?> Find(Guid eventId, string text, CancellationToken ct);
}
