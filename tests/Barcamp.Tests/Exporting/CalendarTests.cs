using EventOps.Barcamp.Exporting;
using FsCheck;
using FsCheck.Fluent;
using static EventOps.Barcamp.Tests.PlanParts;

namespace EventOps.Barcamp.Tests.Exporting;

public class CalendarTests
{
    [Fact]
    public void The_board_has_every_session_that_had_a_place()
    {
        var entries = CalendarReading.Entries(CalendarFile.OfBoard(TwoDays.Plan, TwoDays.BaseUrl));
        Assert.Equal(4, entries.Count);
        var first = entries.Single(entry => entry["UID"] == $"session-{SessionId(1)}@eventops");
        Assert.Equal(("20180324T090000Z", "20180324T094500Z"), (first["DTSTART"], first["DTEND"]));
        Assert.Equal(("3", "CONFIRMED"), (first["SEQUENCE"], first["STATUS"]));
        Assert.Equal("Großer Saal", first["LOCATION"]);
        Assert.Equal($"Aylin Yüksel-Maier, Bo <b>\n\n{TwoDays.Plan.Sessions[0].Summary}", first["DESCRIPTION"]);
        Assert.Equal("20180504T120000Z", first["DTSTAMP"]);
    }

    [Fact]
    public void What_does_not_take_place_is_cancelled_and_not_gone()
    {
        var cancelled = CalendarReading.Entries(CalendarFile.OfBoard(TwoDays.Plan, TwoDays.BaseUrl))
            .Where(entry => entry["STATUS"] == "CANCELLED");
        Assert.Equal(["Abgesagt", "Niemand da"], cancelled.Select(entry => entry["SUMMARY"]));
    }

    [Fact]
    public void After_the_change_of_clocks_an_hour_is_an_hour_earlier_in_UTC()
    {
        var entry = Assert.Single(CalendarReading.Entries(CalendarFile.OfSession(TwoDays.Plan, SessionId(2), TwoDays.BaseUrl)));
        Assert.Equal(("20180325T080000Z", "20180325T094500Z"), (entry["DTSTART"], entry["DTEND"]));
    }

    [Fact]
    public void A_room_and_an_agenda_have_their_own_sessions_only()
    {
        Assert.Single(CalendarReading.Entries(CalendarFile.OfRoom(TwoDays.Plan, RoomId(1), TwoDays.BaseUrl)));
        var agenda = CalendarReading.Entries(
            CalendarFile.OfAgenda(TwoDays.Plan, new HashSet<Guid> { SessionId(2), SessionId(3), SessionId(5) }, TwoDays.BaseUrl));
        Assert.Equal(["Abgesagt", "=HYPERLINK(\"x\")  ]]>"], agenda.Select(entry => entry["SUMMARY"]));
    }

    [Fact]
    public void The_same_board_gives_the_same_bytes() => Assert.Equal(
        CalendarFile.OfBoard(TwoDays.Plan, TwoDays.BaseUrl),
        CalendarFile.OfBoard(TwoDays.Plan with { Version = 9 }, TwoDays.BaseUrl));

    [Fact]
    public void Any_text_survives_escaping_and_folding() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<UnicodeString>(), (any, more) =>
        {
            var title = string.Concat(("🎈ü;,\\" + any.Get + more.Get).EnumerateRunes()
                .Where(rune => rune.Value > 31 && rune.Value is < 127 or > 159 && rune != System.Text.Rune.ReplacementChar)
                .Select(rune => rune.ToString()));
            var plan = Grid(1, 1, Session(1, Cell(1, 1)) with { Title = title });
            Assert.Equal(title, CalendarReading.Entries(CalendarFile.OfBoard(plan, TwoDays.BaseUrl)).Single()["SUMMARY"]);
        }));
}
