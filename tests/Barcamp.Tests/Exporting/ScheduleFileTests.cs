using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EventOps.Barcamp.Exporting;
using static EventOps.Barcamp.Tests.PlanParts;

namespace EventOps.Barcamp.Tests.Exporting;

/// <summary>The rules of the public schema (order, required parts, patterns), written down again here.</summary>
public partial class ScheduleFileTests
{
    private static readonly XElement s_xml = XDocument.Parse(ScheduleXml.Write(TwoDays.Plan, TwoDays.BaseUrl)).Root!;
    private static readonly JsonElement s_json =
        JsonDocument.Parse(ScheduleJson.Write(TwoDays.Plan, TwoDays.BaseUrl)).RootElement.GetProperty("schedule");

    [Fact]
    public void The_parts_of_the_xml_stand_in_their_order()
    {
        Assert.Equal(["generator", "url", "version", "conference", "day", "day"],
            s_xml.Elements().Select(part => part.Name.LocalName));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", ScheduleXml.Write(TwoDays.Plan, TwoDays.BaseUrl),
            StringComparison.Ordinal);
        Assert.Matches("^[a-z0-9_-]{4,}$", s_xml.Element("conference")!.Element("acronym")!.Value);
        Assert.Equal("00:15", s_xml.Element("conference")!.Element("timeslot_duration")!.Value);
        Assert.Equal("Europe/Berlin", s_xml.Element("conference")!.Element("time_zone_name")!.Value);
    }

    [Fact]
    public void Every_session_has_what_readers_ask_for()
    {
        string[] required = ["room", "title", "type", "date", "start", "duration", "abstract", "track", "slug", "url",
            "language"];
        var sessions = s_xml.Descendants("event").ToArray();
        Assert.Equal([SessionId(1), SessionId(2)], sessions.Select(session => Guid.Parse(session.Attribute("guid")!.Value)));
        Assert.All(sessions, session =>
        {
            Assert.All(required, name => Assert.Single(session.Elements(name)));
            Assert.Matches("^[a-z0-9_]{4,}-[a-z0-9_-]{4,}$", session.Element("slug")!.Value);
            Assert.Matches("^[0-2][0-9]:[0-5][0-9]$", session.Element("start")!.Value);
            Assert.True(int.Parse(session.Attribute("id")!.Value, CultureInfo.InvariantCulture) > 0);
            Assert.Equal(session.Parent!.Attribute("name")!.Value, session.Element("room")!.Value);
            Assert.Equal(["license", "optout"], session.Element("recording")!.Elements().Select(part => part.Name.LocalName));
        });
        Assert.Equal(sessions.Length, sessions.Select(session => session.Attribute("id")!.Value).Distinct().Count());
    }

    [Fact]
    public void Times_carry_the_offset_of_their_own_day()
    {
        Assert.Equal(["2018-03-24T10:00:00+01:00", "2018-03-25T10:00:00+02:00"],
            s_xml.Descendants("date").Select(date => date.Value));
        Assert.Equal(["00:45", "01:45"], s_xml.Descendants("duration").Select(duration => duration.Value));
        Assert.Equal(["1", "2"], s_xml.Elements("day").Select(day => day.Attribute("index")!.Value));
        Assert.Equal(
            ["2018-03-24T12:45:00+01:00", "2018-03-25T11:45:00+02:00"],
            s_xml.Elements("day").Select(day => day.Attribute("end")!.Value));
    }

    [Fact]
    public void Texts_arrive_as_they_were_written()
    {
        var first = s_xml.Descendants("event").First();
        Assert.Equal(TwoDays.Plan.Sessions[0].Summary, first.Element("abstract")!.Value.ReplaceLineEndings("\n"));
        Assert.Equal(["Aylin Yüksel-Maier", "Bo <b>"],
            first.Element("persons")!.Elements("person").Select(person => person.Value));
        Assert.Equal("=HYPERLINK(\"x\")  ]]>", s_xml.Descendants("title").Last().Value);
        Assert.Equal("Raum <2> & \"Flur\"", s_xml.Element("day")!.Elements("room").Last().Attribute("name")!.Value);
    }

    [Fact]
    public void A_licence_is_named_and_without_one_nothing_is_recorded()
    {
        Assert.All(s_xml.Descendants("optout"), optout => Assert.Equal("true", optout.Value));
        var licensed = XDocument.Parse(ScheduleXml.Write(TwoDays.Plan, TwoDays.BaseUrl, "CC BY 4.0"));
        Assert.All(licensed.Descendants("license"), licence => Assert.Equal("CC BY 4.0", licence.Value));
        Assert.All(licensed.Descendants("optout"), optout => Assert.Equal("false", optout.Value));
    }

    [Fact]
    public void Two_rooms_of_one_name_are_told_apart()
    {
        var plan = Grid(2, 1) with { Rooms = [Room(1) with { Name = "Saal" }, Room(2) with { Name = "Saal" }] };
        var names = XDocument.Parse(ScheduleXml.Write(plan, TwoDays.BaseUrl)).Descendants("room")
            .Select(room => room.Attribute("name")!.Value);
        Assert.Equal(["Saal", "Saal (2)"], names);
    }

    [Fact]
    public void Sessions_of_one_title_have_numbers_and_slugs_of_their_own()
    {
        var plan = Grid(3, 3, [.. Enumerable.Range(1, 9)
            .Select(at => Session(at, Cell((at - 1) % 3 + 1, (at - 1) / 3 + 1)) with { Title = "Über Äpfel" })]);
        var file = XDocument.Parse(ScheduleXml.Write(plan, TwoDays.BaseUrl));
        Assert.Equal(9, file.Descendants("slug").Select(slug => slug.Value).Distinct().Count());
        Assert.Equal(9, file.Descendants("event").Select(session => session.Attribute("id")!.Value).Distinct().Count());
        Assert.All(file.Descendants("slug"), slug =>
            Assert.StartsWith("mucgov18-ueber-aepfel-", slug.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_json_says_the_same_as_the_xml()
    {
        var conference = s_json.GetProperty("conference");
        string[] required = ["title", "acronym", "days", "daysCount", "start", "end", "timeslot_duration"];
        Assert.All(required, name => Assert.True(conference.TryGetProperty(name, out _)));
        var sessions = conference.GetProperty("days").EnumerateArray()
            .SelectMany(day => day.GetProperty("rooms").EnumerateObject())
            .SelectMany(room => room.Value.EnumerateArray()).ToArray();
        string[] same = ["date", "start", "duration", "room", "slug", "url", "title", "subtitle", "track", "type", "language",
            "abstract"];
        foreach (var (session, twin) in sessions.Zip(s_xml.Descendants("event")))
        {
            Assert.Equal(twin.Attribute("guid")!.Value, session.GetProperty("guid").GetString());
            Assert.All(same, name => Assert.Equal(twin.Element(name)!.Value.ReplaceLineEndings("\n"),
                session.GetProperty(name).GetString()));
            Assert.Equal(twin.Elements("persons").Elements("person").Select(person => person.Value),
                session.GetProperty("persons").EnumerateArray().Select(person => person.GetProperty("name").GetString()));
            Assert.Matches(Slug(), session.GetProperty("slug").GetString());
        }

        Assert.Equal(s_xml.Descendants("event").Count(), sessions.Length);
        Assert.Equal(2, conference.GetProperty("rooms").GetArrayLength());
    }

    [Fact]
    public void An_empty_board_is_a_file_too()
    {
        Assert.Empty(XDocument.Parse(ScheduleXml.Write(Plan([], []), TwoDays.BaseUrl)).Descendants("event"));
        Assert.Contains("\"days\": []", ScheduleJson.Write(Plan([], []), TwoDays.BaseUrl), StringComparison.Ordinal);
    }

    [GeneratedRegex("^[a-z0-9_-]+[a-z0-9]$")]
    private static partial Regex Slug();
}
