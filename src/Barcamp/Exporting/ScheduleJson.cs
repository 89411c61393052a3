using System.Globalization;
using System.Text;
using System.Text.Json;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.Exporting;

/// <summary>The board as schedule.json: the same as <see cref="ScheduleXml"/>, for readers of the newer format.</summary>
public static class ScheduleJson
{
    public static string Write(Plan plan, string baseUrl, string licence = "")
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true }))
            new Writing(json, new(plan), baseUrl, licence).All();
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private sealed class Writing(Utf8JsonWriter json, ScheduleFile file, string baseUrl, string licence)
    {
        private Plan Plan => file.Plan;

        public void All()
        {
            json.WriteStartObject();
            json.WriteStartObject("generator");
            json.WriteString("name", "EventOps");
            json.WriteEndObject();
            json.WriteStartObject("schedule");
            json.WriteString("version", Plan.Version.ToString(CultureInfo.InvariantCulture));
            json.WriteString("base_url", $"{Links.Board(baseUrl)}/");
            Conference();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Conference()
        {
            json.WriteStartObject("conference");
            Text("acronym", file.Acronym);
            Text("title", file.Title);
            json.WriteString("start", Plan.Days is [var first, ..] ? ScheduleFile.Date(first) : "");
            json.WriteString("end", Plan.Days is [.., var last] ? ScheduleFile.Date(last) : "");
            json.WriteNumber("daysCount", Plan.Days.Count);
            json.WriteString("timeslot_duration", file.Step);
            json.WriteString("time_zone_name", Plan.TimeZone);
            json.WriteString("url", Links.Board(baseUrl));
            json.WriteStartArray("rooms");
            foreach (var room in Plan.Rooms) Room(room);
            json.WriteEndArray();
            json.WriteStartArray("days");
            foreach (var (at, day) in Plan.Days.Index()) Day(at + 1, day);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void Room(Room room)
        {
            json.WriteStartObject();
            Text("name", file.RoomName(room));
            json.WriteString("guid", room.Id.ToString());
            json.WriteNumber("capacity", room.Capacity);
            json.WriteEndObject();
        }

        private void Day(int index, DateOnly day)
        {
            var (start, end) = file.Day(day);
            json.WriteStartObject();
            json.WriteNumber("index", index);
            json.WriteString("date", ScheduleFile.Date(day));
            json.WriteString("day_start", start);
            json.WriteString("day_end", end);
            json.WriteStartObject("rooms");
            foreach (var room in Plan.Rooms)
            {
                json.WriteStartArray(file.RoomName(room));
                foreach (var session in Plan.Of(day, room.Id)) Session(session, file.RoomName(room));
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Session(PlannedSession session, string room)
        {
            var (from, until) = Plan.SpanOf(session)!.Value;
            json.WriteStartObject();
            json.WriteString("guid", session.Id.ToString());
            json.WriteNumber("id", file.Number(session));
            json.WriteString("date", ScheduleFile.Moment(from));
            json.WriteString("start", ScheduleFile.Clock(from));
            json.WriteString("end", ScheduleFile.Moment(until));
            json.WriteString("duration", ScheduleFile.Duration(until - from));
            Text("room", room);
            json.WriteString("slug", file.Slug(session));
            json.WriteString("url", Links.Session(baseUrl, session));
            Text("title", session.Title);
            Text("subtitle", "");
            Text("track", session.Tags is [var tag, ..] ? tag : "");
            json.WriteString("type", "session");
            Text("language", session.Language);
            Text("abstract", session.Summary);
            Text("recording_license", licence);
            json.WriteBoolean("do_not_record", licence.Length == 0);
            json.WriteStartArray("persons");
            foreach (var host in session.Hosts.Where(host => host.Name.Length > 0))
            {
                json.WriteStartObject();
                Text("name", host.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("links");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void Text(string name, string text) => json.WriteString(name, ScheduleFile.Clean(text));
    }
}
