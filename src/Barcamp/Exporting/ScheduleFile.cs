using System.Globalization;
using System.Text;
using System.Xml;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.Exporting;

/// <summary>What schedule.xml and schedule.json have in common: names, numbers and times as their readers expect them.</summary>
internal sealed class ScheduleFile
{
    private const int LongestSlug = 40;

    private readonly Dictionary<Guid, int> _numbers = [];

    public ScheduleFile(Plan plan)
    {
        Plan = plan;
        Acronym = Slug(plan.Slug).Replace('-', '_').PadRight(4, '_');
        // Old readers want a whole number: part of the id, the next free one where two are alike.
        foreach (var id in plan.Placed.Select(session => session.Id).Order())
        {
            var number = Math.Max(1, BitConverter.ToInt32(id.ToByteArray(bigEndian: true), 12) & int.MaxValue);
            while (_numbers.ContainsValue(number)) number = number % int.MaxValue + 1;
            _numbers[id] = number;
        }
    }

    public Plan Plan { get; }

    public string Acronym { get; }

    public string Title => Clean(Plan.Title.ToString());

    /// <summary>The largest step of which all times of the board are multiples.</summary>
    public string Step
    {
        get
        {
            var minutes = Plan.Slots.SelectMany(slot => new[] { slot.StartsAt.Minute, slot.EndsAt.Minute })
                .Where(minute => minute > 0);
            return Duration(TimeSpan.FromMinutes(minutes.Aggregate(60, Greatest)));
        }
    }

    public int Number(PlannedSession session) => _numbers[session.Id];

    /// <summary>Readable, and one of its kind.</summary>
    public string Slug(PlannedSession session) => $"{Acronym}-{Slug(session.Title)}-{Number(session)}";

    public (string Start, string End) Day(DateOnly day)
    {
        var slots = Plan.Slots.Where(slot => slot.Day == day).ToArray();
        return (Moment(Plan.Instant(slots[0].StartsAt)), Moment(Plan.Instant(slots[^1].EndsAt)));
    }

    public static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Duration(TimeSpan span) => $"{(int)span.TotalHours:00}:{span.Minutes:00}";

    /// <summary>Rooms by name, as the formats want it; two of the same name are told apart.</summary>
    public string RoomName(Room room)
    {
        var name = Clean(room.Name).Trim();
        var place = Plan.Rooms.TakeWhile(other => other.Id != room.Id).Count(other => Clean(other.Name).Trim() == name);
        return place == 0 ? name : $"{name} ({place + 1})";
    }

    /// <summary>Without what XML cannot hold: control letters and halves of letters.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune != Rune.ReplacementChar && (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)))
                clean.Append(rune);
        return clean.ToString();
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        var plain = text.ToLowerInvariant().Normalize().Replace("ß", "ss", StringComparison.Ordinal)
            .Replace("ä", "ae", StringComparison.Ordinal)
            .Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal);
        foreach (var letter in plain.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-'
                && !char.IsControl(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                slug.Append('-');
            if (slug.Length == LongestSlug) break;
        }

        return slug.ToString().Trim('-') is { Length: > 0 } words ? words : "session";
    }

    private static int Greatest(int one, int other) => other == 0 ? one : Greatest(other, one % other);
}
