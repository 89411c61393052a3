using EventOps.Contracts;
using EventOps.Registration.Planning;
using EventOps.Registration.WatchingTheGate;

namespace EventOps.Registration.CheckingIn;

/// <summary>One scanner at one gate: what each of its screens needs.</summary>
/// <param name="Place">The event.</param>
/// <param name="Gate">Where it stands.</param>
/// <param name="Direction">In or out.</param>
/// <param name="MayChoose">A device stands where it was enrolled for; an organiser chooses.</param>
/// <param name="Now">For "today, 9:03".</param>
/// <param name="Figures">Null where only the answer is wanted, not the whole page.</param>
public sealed record Door(
    EventLookup.Found Place, string Gate, Direction Direction, bool MayChoose, DateTimeOffset Now, ArrivalFigures? Figures)
{
    public string Type => Direction == Direction.Exit ? "exit" : "entry";

    public string Path => $"/events/{Place.Event.Slug}/scan";

    public string ScansPath => $"/events/{Place.Event.Slug}/scans";

    public string NamesPath => $"{Path}/names";

    public string StreamPath => $"/events/{Place.Event.Slug}/arrivals/stream";

    public string Ready => $"{Path}?gate={Uri.EscapeDataString(Gate)}&type={Type}";

    public string Names => $"{Ready}&find=name";

    /// <summary>The door of a request, or null where the event is not the caller's.</summary>
    public static async ValueTask<Door?> Open(
        EventLookup events, string slug, Caller caller, string? gate, string? type, DateTimeOffset now, CancellationToken ct)
    {
        if (await events.Find(slug, ct) is not { } place || !caller.MaySee(place.Event.OrganisationId, place.Id)) return null;
        var at = Gates.Of(place.Event, caller.Gate ?? gate, null) ?? Gates.Of(place.Event, null, null)!;
        return new(place, at, ScanBody.DirectionOf(type) ?? Direction.Entry, caller.Gate is null, now, null);
    }
}
