using EventOps.Barcamp.Exporting;
using Ical.Net;
using Ical.Net.CalendarComponents;
using static EventOps.Barcamp.Tests.PlanParts;

namespace EventOps.Barcamp.Tests.Exporting;

/// <summary>Our calendars, read by a library that has nothing to do with us.</summary>
public class CalendarByOthersTests
{
    private static readonly Calendar s_board = Calendar.Load(CalendarFile.OfBoard(TwoDays.Plan, TwoDays.BaseUrl))!;

    [Fact]
    public void Every_entry_has_its_times_words_and_state()
    {
        Assert.Equal(4, s_board.Events.Count);
        var first = Entry(1);
        Assert.Equal(
            (TwoDays.Plan.Sessions[0].Title, "Großer Saal", "CONFIRMED", 3),
            (first.Summary, first.Location, first.Status, first.Sequence));
        Assert.Equal(new DateTime(2018, 3, 24, 9, 0, 0), first.DtStart!.AsUtc);
        Assert.Equal(new DateTime(2018, 3, 24, 9, 45, 0), first.DtEnd!.AsUtc);
        Assert.EndsWith("zweite, mit Komma und \\ und 🎈.", first.Description, StringComparison.Ordinal);
        Assert.All([3, 4], session => Assert.Equal("CANCELLED", Entry(session).Status));
    }

    [Fact]
    public void It_reads_back_what_it_writes_of_ours() => Assert.Equal(
        s_board.Events.OrderBy(entry => entry.Uid).Select(entry => (entry.Uid, entry.DtStart!.AsUtc)),
        Calendar.Load(new Ical.Net.Serialization.CalendarSerializer().SerializeToString(s_board)!)!.Events.OrderBy(entry => entry.Uid)
            .Select(entry => (entry.Uid, entry.DtStart!.AsUtc)));

    private static CalendarEvent Entry(int session) =>
        s_board.Events.Single(entry => entry.Uid == $"session-{SessionId(session)}@eventops");
}
