using EventOps.Marketplace.Stands;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Marketplace.Tests.Stands;

/// <summary>Whatever people click, in whatever order and however late: a stand is one person's.</summary>
public class HoldProperties
{
    private static readonly DateTimeOffset s_start = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] s_people = [.. Enumerable.Range(1, 4).Select(number => new Guid(number, 0, 0, new byte[8]))];
    private static readonly Guid[] s_holds = [.. Enumerable.Range(1, 6).Select(number => new Guid(number, 1, 0, new byte[8]))];

    private static readonly Gen<(int Kind, int Hold, int Minutes)> s_click =
        Gen.Choose(0, 8)
            .SelectMany(kind => Gen.Choose(0, 5).SelectMany(hold => Gen.Choose(0, 40).Select(minutes => (kind, hold, minutes))));

    [Fact]
    public void A_hold_that_binds_is_never_taken_by_another_one() => Prop.ForAll(s_click.ListOf().ToArbitrary(), clicks =>
    {
        var (stand, now) = ((Stand)new Stand.Free(Guid.Empty), s_start);
        foreach (var (kind, hold, minutes) in clicks)
        {
            now = now.AddMinutes(minutes);
            var before = stand;
            var decided = Stand.Decide(Command(kind, s_holds[hold], s_people[hold % 4], now), stand);
            stand = decided.Events.Aggregate(stand, Stand.Evolve);
            var (had, has) = (Holder(before, now), Holder(stand, now));
            var own = Id(before) == s_holds[hold];
            // It changes hands only when its own hold or booking says so, or when nobody had it.
            if (had is not null && has != had && !own && !(kind == 5 && had == s_people[hold % 4])) return false;
            if (stand is Stand.Held held && held.Until > held.Longest) return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_click_that_is_sent_again_changes_nothing() => Prop.ForAll(s_click.ListOf().ToArbitrary(), clicks =>
    {
        var (stand, now) = ((Stand)new Stand.Free(Guid.Empty), s_start);
        foreach (var (kind, hold, minutes) in clicks)
        {
            now = now.AddMinutes(minutes);
            var command = Command(kind, s_holds[hold], s_people[hold % 4], now);
            var first = Stand.Decide(command, stand);
            stand = first.Events.Aggregate(stand, Stand.Evolve);
            if (first.Events.Count > 0 && Stand.Decide(command, stand).Events.Count > 0) return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private static StandCommand Command(int kind, Guid hold, Guid who, DateTimeOffset now) => kind switch
    {
        0 or 1 => new HoldStand(hold, who, now, now.AddMinutes(30), now.AddMinutes(90)),
        2 => new ExtendHold(hold, now.AddMinutes(30)),
        3 => new BookStand(hold),
        4 => new LapseHold(hold, now),
        5 => new PlaceAtStand(hold, who, now),
        6 => new FreeStand(hold),
        7 => new BlockStand(now),
        _ => new UnblockStand(),
    };

    private static Guid? Holder(Stand stand, DateTimeOffset now) => stand switch
    {
        Stand.Held held when held.Binds(now) => held.ExhibitorId,
        Stand.Booked booked => booked.ExhibitorId,
        _ => null,
    };

    private static Guid? Id(Stand stand) => stand switch
    {
        Stand.Held held => held.HoldId,
        Stand.Booked booked => booked.BookingId,
        _ => null,
    };
}
