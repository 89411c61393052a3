using System.Globalization;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.Exporting;

/// <summary>
/// Sessions as an iCalendar file (RFC 5545) that calendars subscribe to: the same UID for ever, SEQUENCE and STATUS tell what
/// moved or was cancelled. Times are in UTC.
/// </summary>
public static class CalendarFile
{
    public static string OfBoard(Plan plan, string baseUrl) => Write(plan, plan.Sessions, plan.Title.ToString(), baseUrl);

    public static string OfRoom(Plan plan, Guid roomId, string baseUrl) => Write(
        plan, plan.Sessions.Where(session => session.Cell?.RoomId == roomId), $"{plan.Room(roomId)?.Name} – {plan.Title}",
        baseUrl);

    public static string OfSession(Plan plan, Guid sessionId, string baseUrl) => Write(
        plan, plan.Sessions.Where(session => session.Id == sessionId), plan.Title.ToString(), baseUrl);

    /// <summary>One person's own sessions.</summary>
    public static string OfAgenda(Plan plan, IReadOnlySet<Guid> sessionIds, string baseUrl) => Write(
        plan, plan.Sessions.Where(session => sessionIds.Contains(session.Id)), plan.Title.ToString(), baseUrl);

    private static string Write(Plan plan, IEnumerable<PlannedSession> sessions, string name, string baseUrl)
    {
        var file = new CalendarLines();
        file.Add("BEGIN", "VCALENDAR");
        file.Add("VERSION", "2.0");
        file.Add("PRODID", "-//EventOps//EventOps//EN");
        file.Add("CALSCALE", "GREGORIAN");
        file.Add("METHOD", "PUBLISH");
        file.AddText("NAME", name);
        file.AddText("X-WR-CALNAME", name);
        file.Add("X-WR-TIMEZONE", plan.TimeZone);
        file.Add("REFRESH-INTERVAL;VALUE=DURATION", "PT5M");
        file.Add("X-PUBLISHED-TTL", "PT5M");
        foreach (var session in sessions.OrderBy(session => plan.SpanOf(session)?.From).ThenBy(session => session.Id))
            if (session.State != SessionState.Parked && plan.SpanOf(session) is var (from, until))
                Entry(file, plan, session, from, until, baseUrl);
        file.Add("END", "VCALENDAR");
        return file.ToString();
    }

    private static void Entry(
        CalendarLines file, Plan plan, PlannedSession session, DateTimeOffset from, DateTimeOffset until, string baseUrl)
    {
        file.Add("BEGIN", "VEVENT");
        file.Add("UID", $"session-{session.Id}@eventops");
        file.Add("DTSTAMP", Utc(session.ChangedAt));
        file.Add("LAST-MODIFIED", Utc(session.ChangedAt));
        file.Add("SEQUENCE", session.Sequence.ToString(CultureInfo.InvariantCulture));
        file.Add("STATUS", session.State == SessionState.Placed ? "CONFIRMED" : "CANCELLED");
        file.Add("DTSTART", Utc(from));
        file.Add("DTEND", Utc(until));
        file.AddText("SUMMARY", session.Title);
        file.AddText("LOCATION", plan.Room(session.Cell!.RoomId)?.Name ?? "");
        file.AddText("DESCRIPTION", string.Join("\n\n",
            new[] { session.HostNames, session.Summary }.Where(text => text.Length > 0)));
        if (session.Tags.Count > 0) file.Add("CATEGORIES", string.Join(',', session.Tags.Select(CalendarLines.Escape)));
        file.Add("URL", Links.Session(baseUrl, session));
        file.Add("END", "VEVENT");
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
