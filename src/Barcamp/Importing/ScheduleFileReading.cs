using System.Globalization;
using System.Xml.Linq;

namespace EventOps.Barcamp.Importing;

/// <summary>Goes through one schedule.xml and collects sessions and faults.</summary>
internal sealed class ScheduleFileReading(XElement root, string timeZone)
{
    private readonly List<ImportError> _errors = [];
    private readonly Dictionary<string, ImportedRoom> _rooms = new(StringComparer.Ordinal);
    private readonly List<(int Line, ImportedSession Session)> _sessions = [];

    public ImportOutcome Read()
    {
        var conference = root.Element("conference");
        var zone = Zone(conference?.Element("time_zone_name"));
        foreach (var day in root.Elements("day"))
            foreach (var room in day.Elements("room"))
                Room(day, room, zone);
        if (_sessions.Count == 0 && _errors.Count == 0) Fault(root, ImportFault.NoSchedule, "event");
        Unique();
        var slots = FoundSlots.Of(_sessions, _errors);
        return _errors.Count > 0
            ? new(null, [.. _errors.OrderBy(error => error.Line)])
            : new(new(Value(conference?.Element("title")), zone.Id, [.. _rooms.Values], slots.All, slots.Sessions), []);
    }

    private TimeZoneInfo Zone(XElement? named)
    {
        if (Value(named) is not { Length: > 0 } name) return TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
        Fault(named!, ImportFault.NotUnderstood, name);
        return TimeZoneInfo.Utc;
    }

    private void Room(XElement day, XElement room, TimeZoneInfo zone)
    {
        var name = room.Attribute("name")?.Value.Trim() ?? "";
        if (name.Length == 0) Fault(room, ImportFault.Missing, "name");
        var id = Id(room);
        if (!_rooms.TryGetValue(name, out var known) || known.Id is null) _rooms[name] = new(name, id);
        foreach (var session in room.Elements("event")) Session(day, name, session, zone);
    }

    private void Session(XElement day, string room, XElement session, TimeZoneInfo zone)
    {
        var faults = _errors.Count;
        var title = Value(session.Element("title"));
        if (title.Length == 0) Fault(session, ImportFault.Missing, "title");
        var (start, length) = (Start(day, session, zone), Length(session));
        var id = Id(session);
        if (_errors.Count > faults) return;
        string[] summary = [Value(session.Element("abstract")), Value(session.Element("description"))];
        _sessions.Add((ScheduleImport.Line(session), new(
            id, title, Array.Find(summary, text => text.Length > 0) ?? "", Value(session.Element("language")),
            [.. Words(session.Element("track")).Select(tag => tag.ToLowerInvariant())],
            [.. (session.Element("persons")?.Elements("person") ?? []).Select(Value).Where(name => name.Length > 0)],
            room, start, start + length, 1)));
    }

    // The date with its offset; older files have only a time of the day.
    private DateTime Start(XElement day, XElement session, TimeZoneInfo zone)
    {
        if (session.Element("date") is { } date)
        {
            if (DateTimeOffset.TryParse(date.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                return TimeZoneInfo.ConvertTime(at, zone).DateTime;
            Fault(date, ImportFault.NotUnderstood, date.Value);
            return default;
        }

        if (session.Element("start") is not { } start || day.Attribute("date") is not { } on)
        {
            Fault(session, ImportFault.Missing, "date");
            return default;
        }

        if (TimeOnly.TryParse(start.Value, CultureInfo.InvariantCulture, out var time)
            && DateOnly.TryParse(on.Value, CultureInfo.InvariantCulture, out var that)) return that.ToDateTime(time);
        Fault(start, ImportFault.NotUnderstood, $"{on.Value} {start.Value}");
        return default;
    }

    private TimeSpan Length(XElement session)
    {
        if (session.Element("duration") is not { } duration)
        {
            Fault(session, ImportFault.Missing, "duration");
            return default;
        }

        if (TimeSpan.TryParse(duration.Value, CultureInfo.InvariantCulture, out var length)
            && length > TimeSpan.Zero && length < TimeSpan.FromDays(1)) return length;
        Fault(duration, ImportFault.NotUnderstood, duration.Value);
        return default;
    }

    private Guid? Id(XElement of)
    {
        if (of.Attribute("guid") is not { } guid) return null;
        if (Guid.TryParse(guid.Value, out var id)) return id;
        Fault(of, ImportFault.NotUnderstood, guid.Value);
        return null;
    }

    private void Unique()
    {
        var ids = new HashSet<Guid>();
        var places = new HashSet<(string Room, DateTime StartsAt)>();
        foreach (var (line, session) in _sessions)
            if ((session.Id is { } id && !ids.Add(id)) || !places.Add((session.Room, session.StartsAt)))
                _errors.Add(new(line, ImportFault.Twice, session.Title));
    }

    private void Fault(XElement at, ImportFault fault, string what) => _errors.Add(new(ScheduleImport.Line(at), fault, what));

    private static string[] Words(XElement? element) =>
        Value(element) is { Length: > 0 } text ? [text] : [];

    private static string Value(XElement? element) => element?.Value.Trim() ?? "";
}
