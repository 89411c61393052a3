using System.Globalization;
using System.Text;
using System.Xml;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.Exporting;

/// <summary>
/// The board as schedule.xml, which conference apps, shift planners and door displays read (the format of pentabarf, frab and
/// pretalx). Only what takes place; cancelled sessions are left out, as its readers expect.
/// </summary>
public static class ScheduleXml
{
    /// <param name="plan">The board.</param>
    /// <param name="baseUrl">The public address of the board.</param>
    /// <param name="licence">Of recordings, such as CC BY 4.0; empty where nothing is recorded.</param>
    public static string Write(Plan plan, string baseUrl, string licence = "")
    {
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new() { Indent = true, NewLineChars = "\n" }))
            new Writing(xml, new(plan), baseUrl, licence).All();
        return text.ToString();
    }

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }

    private sealed class Writing(XmlWriter xml, ScheduleFile file, string baseUrl, string licence)
    {
        private Plan Plan => file.Plan;

        public void All()
        {
            xml.WriteStartElement("schedule");
            xml.WriteStartElement("generator");
            xml.WriteAttributeString("name", "EventOps");
            xml.WriteEndElement();
            Text("url", $"{Links.Board(baseUrl)}/schedule.xml");
            Text("version", Plan.Version.ToString(CultureInfo.InvariantCulture));
            Conference();
            foreach (var (at, day) in Plan.Days.Index()) Day(at + 1, day);
            xml.WriteEndElement();
        }

        private void Conference()
        {
            xml.WriteStartElement("conference");
            Text("title", file.Title);
            Text("acronym", file.Acronym);
            if (Plan.Days is [var first, ..] days)
            {
                Text("start", ScheduleFile.Date(first));
                Text("end", ScheduleFile.Date(days[^1]));
            }

            Text("days", Plan.Days.Count.ToString(CultureInfo.InvariantCulture));
            Text("timeslot_duration", file.Step);
            Text("base_url", $"{Links.Board(baseUrl)}/");
            Text("url", Links.Board(baseUrl));
            Text("time_zone_name", Plan.TimeZone);
            xml.WriteEndElement();
        }

        private void Day(int index, DateOnly day)
        {
            var (start, end) = file.Day(day);
            xml.WriteStartElement("day");
            xml.WriteAttributeString("index", index.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("date", ScheduleFile.Date(day));
            xml.WriteAttributeString("start", start);
            xml.WriteAttributeString("end", end);
            foreach (var room in Plan.Rooms)
            {
                xml.WriteStartElement("room");
                xml.WriteAttributeString("name", file.RoomName(room));
                xml.WriteAttributeString("guid", room.Id.ToString());
                foreach (var session in Plan.Of(day, room.Id)) Session(session, file.RoomName(room));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        private void Session(PlannedSession session, string room)
        {
            var (from, until) = Plan.SpanOf(session)!.Value;
            xml.WriteStartElement("event");
            xml.WriteAttributeString("guid", session.Id.ToString());
            xml.WriteAttributeString("id", file.Number(session).ToString(CultureInfo.InvariantCulture));
            Text("date", ScheduleFile.Moment(from));
            Text("start", ScheduleFile.Clock(from));
            Text("duration", ScheduleFile.Duration(until - from));
            Text("room", room);
            Text("slug", file.Slug(session));
            Text("url", Links.Session(baseUrl, session));
            xml.WriteStartElement("recording");
            Text("license", licence);
            Text("optout", licence.Length == 0 ? "true" : "false");
            xml.WriteEndElement();
            Text("title", session.Title);
            Text("subtitle", "");
            Text("track", session.Tags is [var tag, ..] ? tag : "");
            Text("type", "session");
            Text("language", session.Language);
            Text("abstract", session.Summary);
            xml.WriteStartElement("persons");
            foreach (var host in session.Hosts.Where(host => host.Name.Length > 0)) Text("person", host.Name);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        private void Text(string name, string text) => xml.WriteElementString(name, ScheduleFile.Clean(text));
    }
}
