using System.Text;
using EventOps.Barcamp.Exporting;
using EventOps.Barcamp.Importing;
using EventOps.Barcamp.Tests.Exporting;
using static EventOps.Barcamp.Tests.PlanParts;

namespace EventOps.Barcamp.Tests.Importing;

public class ScheduleImportTests
{
    [Fact]
    public void Our_own_file_is_read_back()
    {
        var plan = TwoDays.Plan with { Sessions = [.. TwoDays.Plan.Sessions, Session(6, Cell(1, 4)), Session(7, Cell(1, 5))] };
        var outcome = Read(ScheduleXml.Write(plan, TwoDays.BaseUrl));
        Assert.Empty(outcome.Errors);
        var read = outcome.Schedule!;
        Assert.Equal("Europe/Berlin", read.TimeZone);
        Assert.Equal(plan.Rooms.Select(room => (room.Name, (Guid?)room.Id)), read.Rooms.Select(room => (room.Name, room.Id)));
        Assert.Equal(3, read.Slots.Count);
        var first = read.Sessions[0];
        Assert.Equal((SessionId(1), new(2018, 3, 24, 10, 0, 0), 1), (first.Id!.Value, first.StartsAt, first.Slots));
        Assert.Equal(["Aylin Yüksel-Maier", "Bo <b>"], first.Hosts);
        Assert.Equal(2, read.Sessions.Single(session => session.Id == SessionId(2)).Slots);
    }

    [Fact]
    public void A_file_of_another_program_is_read_with_its_older_ways()
    {
        var read = Read("""
            <schedule><conference><title>Camp</title></conference>
            <day index="1" date="2018-05-05"><room name="Saal"><event id="7"><start>10:00</start><duration>0:45</duration>
            <title>Offene Daten</title><description>Lang</description><abstract/></event></room></day></schedule>
            """).Schedule!;
        var session = Assert.Single(read.Sessions);
        Assert.Equal((null, "Lang", Morning, Morning.AddMinutes(45)),
            (session.Id, session.Summary, session.StartsAt, session.EndsAt));
        Assert.Equal([new ImportedSlot(Morning, Morning.AddMinutes(45))], read.Slots);
    }

    [Fact]
    public void All_faults_are_named_with_their_lines_and_nothing_is_taken()
    {
        var outcome = Read("""
            <schedule>
            <day index="1" date="2018-05-05"><room name="Saal">
            <event guid="nope"><title>A</title><start>10:00</start><duration>0:45</duration></event>
            <event><start>25:00</start><duration>0:45</duration></event>
            <event><title>C</title><start>10:00</start><duration>bald</duration></event>
            <event><title>D</title><start>12:00</start><duration>0:45</duration></event>
            <event><title>E</title><start>12:00</start><duration>0:45</duration></event>
            </room></day></schedule>
            """);
        Assert.Null(outcome.Schedule);
        Assert.Equal(
            [
                new(3, ImportFault.NotUnderstood, "nope"), new(4, ImportFault.Missing, "title"),
                new(4, ImportFault.NotUnderstood, "2018-05-05 25:00"), new(5, ImportFault.NotUnderstood, "bald"),
                new(7, ImportFault.Twice, "E"),
            ],
            outcome.Errors);
    }

    [Fact]
    public void Times_that_no_board_can_have_are_named() => Assert.Equal(
        [ImportFault.Overlaps, ImportFault.Overlaps],
        Read("""
            <schedule><day index="1" date="2018-05-05">
            <room name="A"><event><title>A</title><start>10:00</start><duration>0:45</duration></event></room>
            <room name="B"><event><title>B</title><start>10:30</start><duration>0:45</duration></event></room></day></schedule>
            """).Errors.Select(error => error.Fault));

    [Theory]
    [InlineData("<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><schedule>&x;</schedule>", ImportFault.NotXml)]
    [InlineData("<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><schedule>&b;</schedule>", ImportFault.NotXml)]
    [InlineData("<schedule><day>", ImportFault.NotXml)]
    [InlineData("", ImportFault.NotXml)]
    [InlineData("<html/>", ImportFault.NoSchedule)]
    [InlineData("<schedule/>", ImportFault.NoSchedule)]
    public void What_is_no_schedule_is_refused(string file, ImportFault fault) =>
        Assert.Equal([fault], Read(file).Errors.Select(error => error.Fault));

    [Fact]
    public void A_file_without_end_is_not_read_to_its_end() =>
        Assert.Equal(ImportFault.TooLarge, Read("<schedule>" + new string(' ', 5_000_000) + "</schedule>").Errors.Single().Fault);

    private static ImportOutcome Read(string file) =>
        ScheduleImport.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)), "Europe/Berlin");
}
