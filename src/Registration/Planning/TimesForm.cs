using System.Globalization;
using EventOps.Registration.Events;
using EventOps.Ui;

namespace EventOps.Registration.Planning;

/// <summary>Day, hours and zone of an event in a form, as the clock on the wall shows them.</summary>
public static class TimesForm
{
    public static Dictionary<string, string> Standing(EventTimes times)
    {
        var (from, until) = (LocalTime.Of(times.StartsAt, times.TimeZone), LocalTime.Of(times.EndsAt, times.TimeZone));
        return new()
        {
            ["day"] = Day(from),
            ["start"] = Clock(from),
            ["lastDay"] = from.Date == until.Date ? "" : Day(until),
            ["end"] = Clock(until),
            ["doors"] = times.DoorsOpenAt is { } doors ? Clock(LocalTime.Of(doors, times.TimeZone)) : "",
            ["zone"] = times.TimeZone,
        };
    }

    /// <summary>The times, or null where the form now says what is to be mended.</summary>
    public static EventTimes? Read(TypedForm form)
    {
        var zone = form.Line("zone", 60);
        if (zone.Length == 0) zone = "Europe/Berlin";
        if (!LocalTime.IsZone(zone))
        {
            form.Wrong("zone", PlanningTexts.Of["zone.wrong"]);
            return null;
        }

        var lastDay = form["lastDay"].Trim().Length > 0 ? form["lastDay"] : form["day"];
        var start = Instant(form, "start", form["day"], zone);
        var end = Instant(form, "end", lastDay, zone);
        var doors = form["doors"].Trim().Length > 0 ? Instant(form, "doors", form["day"], zone) : null;
        if (start is null || end is null) return null;
        if (end <= start) form.Refused("end", new EndsBeforeItStarts());
        if (doors > start) form.Wrong("doors", PlanningTexts.Of["doors.late"]);
        return form.Fits ? new(start.Value, end.Value, doors, zone) : null;
    }

    private static DateTimeOffset? Instant(TypedForm form, string field, string day, string zone)
    {
        if (!DateOnly.TryParseExact(day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            form.Wrong(day == form["day"] ? "day" : "lastDay", PlanningTexts.Of["day.wrong"]);
            return null;
        }

        if (form.Moment(field, $"{day.Trim()}T{form[field].Trim()}") is not { } local) return null;
        var instant = LocalTime.Instant(local, zone);
        if (instant is null) form.Wrong(field, Shape.Sentence("shape.skipped"));
        return instant;
    }

    private static string Day(DateTime local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
