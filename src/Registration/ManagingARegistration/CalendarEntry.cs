using System.Globalization;
using System.Text;

namespace EventOps.Registration.ManagingARegistration;

/// <summary>One event as an iCalendar file (RFC 5545): times in UTC, text escaped, lines folded at 75 octets.</summary>
public sealed record CalendarEntry(
    string Uid, DateTimeOffset Stamp, DateTimeOffset Start, DateTimeOffset End, string Summary, string Location, string Url)
{
    private const int LineOctets = 75;

    public string Write()
    {
        var file = new StringBuilder();
        foreach (var line in Lines())
            Fold(file, line);
        return file.ToString();
    }

    private string[] Lines() =>
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//EventOps//EventOps//EN", "METHOD:PUBLISH", "BEGIN:VEVENT", $"UID:{Uid}",
        $"DTSTAMP:{Utc(Stamp)}", $"DTSTART:{Utc(Start)}", $"DTEND:{Utc(End)}", $"SUMMARY:{Escape(Summary)}",
        $"LOCATION:{Escape(Location)}", $"URL:{Url}", "END:VEVENT", "END:VCALENDAR",
    ];

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal);

    private static void Fold(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
