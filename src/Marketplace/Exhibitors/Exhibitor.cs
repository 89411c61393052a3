using EventOps.EventStore;
using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.Exhibitors;

/// <summary>Whoever wants a stand, and what they have. Stream: exhibitor-{id}. Names, addresses and texts are rows, not events.</summary>
/// <param name="EventId">The event; empty before the sign-up.</param>
/// <param name="Confirmed">Whether their mail address is theirs.</param>
/// <param name="Admissions">What the organiser said, by zone.</param>
/// <param name="Wish">What they would like to have.</param>
/// <param name="Bookings">Stands that they hold or have booked.</param>
/// <param name="Team">Who works there.</param>
public sealed record Exhibitor(
    Guid EventId, bool Confirmed, IReadOnlyDictionary<Guid, Admission> Admissions, StandWish Wish, Kept<Booking> Bookings,
    IReadOnlyList<Guid> Team)
{
    public static Decider<ExhibitorCommand, Exhibitor, ExhibitorEvent> Decider { get; } = new(
        "exhibitor", new(Guid.Empty, false, new Dictionary<Guid, Admission>(), StandWish.None, [], []), Decide, Evolve);

    public bool Exists => EventId != Guid.Empty;

    /// <summary>The stand that is chosen and not confirmed yet.</summary>
    public Booking? Open => Bookings.FirstOrDefault(booking => !booking.IsBooked);

    public IEnumerable<Booking> Booked => Bookings.Where(booking => booking.IsBooked);

    public static string Stream(Guid id) => $"exhibitor-{id}";

    /// <summary>Whether a stand of this zone can be chosen.</summary>
    public bool MayChoose(Guid? zoneId, BookingMode mode) => mode == BookingMode.Open
        || (zoneId is { } zone && Admissions.GetValueOrDefault(zone) is Admission.Approved or Admission.Invited);

    public static Decision<ExhibitorEvent> Decide(ExhibitorCommand command, Exhibitor now) => command switch
    {
        SignUpExhibitor c => now.Exists ? Decision<ExhibitorEvent>.Nothing : new ExhibitorSignedUp(c.EventId),
        _ when !now.Exists => new ExhibitorNotFound(),
        ConfirmAddress => now.Confirmed ? Decision<ExhibitorEvent>.Nothing : new AddressConfirmed(),
        StateWish c => c.Wish == now.Wish ? Decision<ExhibitorEvent>.Nothing : new WishStated(c.Wish),
        Apply or Admit => Admitting.Decide(command, now),
        ChooseStand or PlaceExhibitor or ChooseExtras or ConfirmBooking or LoseHold or BillBooking or CancelBooking or
            ChangeStand => BookingRules.Decide(command, now),
        AddToTeam c => now.Team.Contains(c.PersonId) ? Decision<ExhibitorEvent>.Nothing
            : now.Team.Count >= c.Most ? new TeamIsFull(c.Most) : new TeamJoined(c.PersonId),
        CorrectTeam c => now.Team.Contains(c.PersonId) ? new TeamCorrected(c.PersonId) : new NotInTheTeam(),
        RemoveFromTeam c => now.Team.Contains(c.PersonId) ? new TeamLeft(c.PersonId) : Decision<ExhibitorEvent>.Nothing,
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Exhibitor Evolve(Exhibitor now, ExhibitorEvent happened) => happened switch
    {
        ExhibitorSignedUp e => now with { EventId = e.EventId },
        AddressConfirmed => now with { Confirmed = true },
        WishStated e => now with { Wish = e.Wish },
        ExhibitorAdmitted e => now with { Admissions = new Dictionary<Guid, Admission>(now.Admissions) { [e.ZoneId] = e.Admission } },
        StandChosen e => now with { Bookings = now.Bookings.With(new(e.HoldId, e.StandId, e.NetPrice, false, [], null)) },
        ExhibitorPlaced e => now with { Bookings = now.Bookings.With(new(e.BookingId, e.StandId, e.NetPrice, true, [], e.BillId)) },
        ExtrasChosen e when now.Bookings.Find(e.HoldId) is { } booking => now with { Bookings = now.Bookings.With(booking with { Extras = e.Extras }) },
        BookingConfirmed e when now.Bookings.Find(e.HoldId) is { } booking => now with
        {
            Bookings = now.Bookings.With(booking with { IsBooked = true, BillId = e.BillId }),
        },
        BookingBilled e when now.Bookings.Find(e.BookingId) is { } booking => now with
        {
            Bookings = now.Bookings.With(booking with { BillId = e.BillId }),
        },
        HoldLost e => now with { Bookings = now.Bookings.Without(e.HoldId) },
        BookingCancelled e => now with { Bookings = now.Bookings.Without(e.BookingId) },
        StandChanged e when now.Bookings.Find(e.BookingId) is { } booking => now with
        {
            Bookings = now.Bookings.With(
                booking with { StandId = e.StandId, NetPrice = e.NetPrice, BillId = e.BillId ?? booking.BillId }),
        },
        TeamJoined e => now with { Team = [.. now.Team, e.PersonId] },
        TeamLeft e => now with { Team = [.. now.Team.Where(who => who != e.PersonId)] },
        _ => now,
    };
}
