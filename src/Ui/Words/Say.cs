using System.Collections.Concurrent;
using System.Globalization;

namespace EventOps.Ui;

/// <summary>Says dates, times and numbers as people do, in the language of the request and in the zone of the event.</summary>
public sealed class Say
{
    private static readonly ConcurrentDictionary<string, Say> s_zones = new(StringComparer.Ordinal);
    private readonly TimeZoneInfo _zone;

    private Say(TimeZoneInfo zone) => _zone = zone;

    private static bool German => Language.Current == Language.German;
    private static CultureInfo Culture => Language.Current.Culture;

    /// <summary>For a zone by its IANA name, such as "Europe/Berlin".</summary>
    public static Say In(string zone) => s_zones.GetOrAdd(zone, id => new(TimeZoneInfo.FindSystemTimeZoneById(id)));

    /// <summary>18. Oktober 2017; 18 October 2017.</summary>
    public string Date(DateTimeOffset at) => Date(Local(at), withYear: true);

    /// <summary>17.11.2017; 17/11/2017: for tables.</summary>
    public string ShortDate(DateTimeOffset at) =>
        Local(at).ToString(German ? "dd.MM.yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Mittwoch; Wednesday.</summary>
    public string Weekday(DateTimeOffset at) => Calendar.Weekday(Local(at), German);

    /// <summary>Mittwoch, 18. Oktober 2017; Wednesday, 18 October 2017.</summary>
    public string Day(DateTimeOffset at) => $"{Weekday(at)}, {Date(at)}";

    /// <summary>9:03 Uhr; 9:03 am.</summary>
    public string Time(DateTimeOffset at) => German ? $"{Clock(at)} Uhr" : Clock(at);

    /// <summary>9:03; 9:03 am: where a column or the next word says that it is a time.</summary>
    public string Clock(DateTimeOffset at) => Calendar.Clock(Local(at), German, brief: false);

    /// <summary>17.11.2017, 9:03 Uhr; 17/11/2017, 9:03 am: for tables and histories.</summary>
    public string ShortMoment(DateTimeOffset at) => $"{ShortDate(at)}, {Time(at)}";

    /// <summary>heute, 9:03 Uhr; gestern, 9:03 Uhr; 18. Oktober 2017, 9:03 Uhr.</summary>
    public string Moment(DateTimeOffset at, DateTimeOffset now)
    {
        var days = (Local(now).Date - Local(at).Date).Days;
        var day = days switch
        {
            0 => German ? "heute" : "today",
            1 => German ? "gestern" : "yesterday",
            -1 => German ? "morgen" : "tomorrow",
            _ => Date(at),
        };
        return $"{day}, {Time(at)}";
    }

    /// <summary>9 bis 17 Uhr; 9 am to 5 pm; 9:30 bis 12 Uhr.</summary>
    public string Hours(DateTimeOffset from, DateTimeOffset until)
    {
        var (start, end) = (Calendar.Clock(Local(from), German, brief: true), Calendar.Clock(Local(until), German, brief: true));
        return German ? $"{start} bis {end} Uhr" : $"{start} to {end}";
    }

    /// <summary>Mittwoch, 18. Oktober 2017, 9 bis 17 Uhr; over several days: 18. bis 20. Oktober 2017.</summary>
    public string Span(DateTimeOffset from, DateTimeOffset until)
    {
        var (first, last) = (Local(from), Local(until));
        if (first.Date == last.Date) return $"{Day(from)}, {Hours(from, until)}";
        var to = German ? "bis" : "to";
        var start = first.Year != last.Year ? Date(from)
            : first.Month != last.Month ? Date(first, withYear: false)
            : German ? $"{first.Day}." : $"{first.Day}";
        return $"{start} {to} {Date(until)}";
    }

    /// <summary>The wall clock of the zone, as in an input of type datetime-local.</summary>
    public DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone).DateTime;

    /// <summary>
    /// The instant of a wall clock; in the hour that a change skips it moves on, of the hour told twice it takes the first.
    /// </summary>
    public DateTimeOffset Instant(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (_zone.IsInvalidTime(local))
            return new DateTimeOffset(local, _zone.GetUtcOffset(local.AddHours(-3)))
                .ToOffset(_zone.GetUtcOffset(local.AddHours(3)));
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>1.234; 1,234.</summary>
    public static string Number(long number) => number.ToString("N0", Culture);

    /// <summary>60,5; 60.5.</summary>
    public static string Number(decimal number, int decimals) => Math.Round(number, decimals).ToString($"N{decimals}", Culture);

    /// <summary>188 von 311; 188 of 311.</summary>
    public static string Of(long part, long whole) => $"{Number(part)} {(German ? "von" : "of")} {Number(whole)}";

    /// <summary>12,50 €; €12.50.</summary>
    public static string Euro(decimal amount) => German ? $"{Number(amount, 2)} €" : $"€{Number(amount, 2)}";

    private static string Date(DateTime day, bool withYear) =>
        $"{day.Day}{(German ? "." : "")} {Calendar.Month(day, German)}{(withYear ? $" {day.Year}" : "")}";
}
